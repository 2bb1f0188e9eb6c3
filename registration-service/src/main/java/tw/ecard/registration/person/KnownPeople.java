package tw.ecard.registration.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tw.ecard.kit.sql.BinaryCopy;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.sql.SqlState;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.vault.PersonHash;
import tw.ecard.registration.vault.PersonKey;

/**
 * Who is held by a roster, and who holds a card. A roster takes all its people or none: the database's unique index
 * decides, so that of two rosters that name the same person at the same moment exactly one gets them.
 */
@ApplicationScoped
public class KnownPeople {

    private static final String HELD = "known_person (person, roster_id, sheet_row)";
    private static final int COLUMNS = 3;
    private static final int BATCH = 1_000;
    private static final int PEOPLE_BETWEEN_BEATS = 50_000;

    private static final String AMONG = """
            SELECT k.person, k.import_id IS NOT NULL OR a.status = 'COMPLETED' AS holder
            FROM known_person k
            LEFT JOIN roster r ON r.id = k.roster_id
            LEFT JOIN application a ON a.id = r.application_id
            WHERE k.person = ANY (?) AND (k.import_id IS NOT NULL OR k.roster_id IS DISTINCT FROM ?)""";

    private final Sql sql;
    private final PersonKey key;

    KnownPeople(Sql sql, PersonKey key) {
        this.sql = sql;
        this.key = key;
    }

    /**
     * Gives all the people to the roster, or throws {@link PersonTaken}, after which the transaction can only be rolled
     * back. Waits where a transaction that still runs has one of them.
     *
     * @param beating called now and then meanwhile
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(UUID roster, PeopleInRows people, Runnable beating) {
        sql.onConnection(connection -> {
            try {
                copy(connection, roster, new PeopleByHash(people, key.hasher()), beating);
            } catch (SQLException e) {
                if (SqlState.UNIQUE_VIOLATION.caused(e)) {
                    throw new PersonTaken();
                }
                throw e;
            }
            return null;
        });
    }

    private static void copy(Connection connection, UUID roster, PeopleByHash people, Runnable beating)
            throws SQLException {
        try (BinaryCopy copy = BinaryCopy.start(connection, HELD)) {
            for (int i = 0; i < people.size(); i++) {
                PersonHash person = people.hash(i);
                copy.row(COLUMNS)
                        .uuid(person.high(), person.low())
                        .uuid(roster.getMostSignificantBits(), roster.getLeastSignificantBits())
                        .integer(people.row(i));
                if (i % PEOPLE_BETWEEN_BEATS == 0) {
                    beating.run();
                }
            }
            copy.end();
        }
    }

    /** The roster is no longer in force: its people may stand in another one, unless they hold a card anyway. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void release(UUID roster) {
        sql.update("DELETE FROM known_person WHERE roster_id = ? AND import_id IS NULL", roster);
        sql.update("UPDATE known_person SET roster_id = NULL, sheet_row = NULL WHERE roster_id = ?", roster);
    }

    /**
     * Which of the people are known.
     *
     * @param except a roster whose people do not count, because it would be replaced; may be null
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public KnownRows among(PeopleInRows people, UUID except) {
        return sql.onConnection(connection -> {
            KnownRows known = KnownRows.none();
            PeopleByHash byHash = new PeopleByHash(people, key.hasher());
            try (PreparedStatement query = connection.prepareStatement(AMONG)) {
                Map<UUID, Integer> batch = new HashMap<>(2 * BATCH);
                for (int i = 0; i < byHash.size(); i++) {
                    batch.put(byHash.hash(i).toUuid(), byHash.row(i));
                    if (batch.size() == BATCH || i == byHash.size() - 1) {
                        find(connection, query, batch, except, known);
                        batch.clear();
                    }
                }
            }
            return known;
        });
    }

    private static void find(
            Connection connection, PreparedStatement query, Map<UUID, Integer> rows, UUID except, KnownRows known)
            throws SQLException {
        Array people = connection.createArrayOf("uuid", rows.keySet().toArray());
        query.setArray(1, people);
        query.setObject(2, except);
        try (ResultSet answer = query.executeQuery()) {
            while (answer.next()) {
                int row = rows.get(Rows.uuid(answer, "person"));
                (answer.getBoolean("holder") ? known.holders() : known.inProgress()).set(row);
            }
        }
        people.free();
    }
}
