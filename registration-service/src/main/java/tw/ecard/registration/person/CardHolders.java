package tw.ecard.registration.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.sql.BinaryCopy;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.reader.NationalId;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.vault.PersonHash;
import tw.ecard.registration.vault.PersonKey;

/** People who hold a card from elsewhere, as a register says. */
@ApplicationScoped
public class CardHolders {

    private static final int PEOPLE_BETWEEN_BEATS = 50_000;

    /** One import at a time, or two that name the same person would both count her as known. */
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtext('existing holders'))";

    private static final String INCOMING = "CREATE TEMPORARY TABLE incoming (person uuid NOT NULL) ON COMMIT DROP";

    private static final String KNOWN = """
            SELECT count(*) FROM incoming i JOIN known_person k ON k.person = i.person
            LEFT JOIN roster r ON r.id = k.roster_id
            LEFT JOIN application a ON a.id = r.application_id
            WHERE k.import_id IS NOT NULL OR a.status = 'COMPLETED'""";

    private static final String REGISTER = """
            INSERT INTO known_person (person, import_id) SELECT person, ? FROM incoming
            ON CONFLICT (person) DO UPDATE SET import_id = EXCLUDED.import_id WHERE known_person.import_id IS NULL""";

    private static final String NOTE_REMOVAL = """
            INSERT INTO existing_holder_removal (person, reason, removed_at, removed_by) VALUES (?, ?, ?, ?)
            RETURNING id""";

    private final Sql sql;
    private final PersonKey key;

    CardHolders(Sql sql, PersonKey key) {
        this.sql = sql;
        this.key = key;
    }

    /**
     * Registers all of them, whoever is known already too; a roster that names them is returned from here on.
     *
     * @param beating called now and then meanwhile
     * @return how many did not hold a card before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int register(UUID register, PeopleInRows people, Runnable beating) {
        return sql.onConnection(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(ALONE);
                statement.execute(INCOMING);
                copy(connection, new PeopleByHash(people, key.hasher()), beating);
                int known = count(statement);
                beating.run();
                insert(connection, register);
                return people.size() - known;
            }
        });
    }

    private static void copy(Connection connection, PeopleByHash people, Runnable beating) throws SQLException {
        try (BinaryCopy copy = BinaryCopy.start(connection, "incoming (person)")) {
            for (int i = 0; i < people.size(); i++) {
                PersonHash person = people.hash(i);
                copy.row(1).uuid(person.high(), person.low());
                if (i % PEOPLE_BETWEEN_BEATS == 0) {
                    beating.run();
                }
            }
            copy.end();
        }
    }

    private static int count(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery(KNOWN)) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private static void insert(Connection connection, UUID register) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(REGISTER)) {
            insert.setObject(1, register);
            insert.executeUpdate();
        }
    }

    /**
     * Takes somebody out of the register, noting by whom and why. Whoever got a card here holds it all the same.
     *
     * @return the number of the removal; empty when no import named the person
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Long> remove(NationalId id, String reason, Instant at, String by) {
        UUID person = key.hasher().hash(id.value()).toUuid();
        int registeredOnly = sql.update("DELETE FROM known_person WHERE person = ? AND roster_id IS NULL", person);
        int alsoHeld = sql.update(
                "UPDATE known_person SET import_id = NULL WHERE person = ? AND import_id IS NOT NULL", person);
        if (registeredOnly + alsoHeld == 0) {
            return Optional.empty();
        }
        return Optional.of(sql.number(NOTE_REMOVAL, person, reason, at, by));
    }
}
