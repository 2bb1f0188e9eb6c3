package tw.ecard.registration.roster;

import static tw.ecard.registration.roster.check.RowErrorCode.ALREADY_HOLDS_CARD;
import static tw.ecard.registration.roster.check.RowErrorCode.DUPLICATE_IN_PROGRESS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.sql.BinaryCopy;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.person.KnownRows;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.roster.annotation.FurtherFindings;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.template.RosterDefinition;
import tw.ecard.registration.roster.template.RosterField;

/**
 * The rows of returned rosters whose person is in another roster or holds a card. Every one is kept: who reads the file
 * again finds all other errors again, and these not.
 */
@ApplicationScoped
class RefusedPeople {

    private static final String ROWS = "roster_refused_person (roster_id, sheet_row, code)";
    private static final int COLUMNS = 3;

    private final Sql sql;

    RefusedPeople(Sql sql) {
        this.sql = sql;
    }

    /** Adds an error to the findings of each row whose person is known. */
    static void note(KnownRows known, PeopleInRows people, Findings findings) {
        for (int i = 0; i < people.size(); i++) {
            int row = people.row(i);
            if (known.contains(row)) {
                findings.add(row, List.of(error(known, row, people.id(i).masked())));
            }
        }
    }

    private static RowError error(KnownRows known, int row, String value) {
        RowErrorCode code = known.holders().get(row) ? ALREADY_HOLDS_CARD : DUPLICATE_IN_PROGRESS;
        String column =
                RosterDefinition.current().column(RosterField.NATIONAL_ID).header();
        return new RowError(row, column, code, List.of(), value);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID roster, KnownRows refused) {
        if (refused.isEmpty()) {
            return;
        }
        sql.onConnection(connection -> {
            try (BinaryCopy copy = BinaryCopy.start(connection, ROWS)) {
                write(copy, roster, refused.inProgress(), DUPLICATE_IN_PROGRESS);
                write(copy, roster, refused.holders(), ALREADY_HOLDS_CARD);
                copy.end();
            }
            return null;
        });
    }

    private static void write(BinaryCopy copy, UUID roster, BitSet rows, RowErrorCode code) throws SQLException {
        byte[] name = code.name().getBytes(StandardCharsets.US_ASCII);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            copy.row(COLUMNS)
                    .uuid(roster.getMostSignificantBits(), roster.getLeastSignificantBits())
                    .integer(row)
                    .bytes(name);
        }
    }

    /** The errors of a returned roster's rows, for who reads the file again. */
    FurtherFindings errors(UUID roster) {
        KnownRows refused = of(roster);
        return row -> refused.contains(row) ? List.of(error(refused, row, null)) : List.of();
    }

    /** Those of a returned roster. */
    KnownRows of(UUID roster) {
        KnownRows refused = KnownRows.none();
        mark(refused.inProgress(), roster, DUPLICATE_IN_PROGRESS);
        mark(refused.holders(), roster, ALREADY_HOLDS_CARD);
        return refused;
    }

    private void mark(BitSet rows, UUID roster, RowErrorCode code) {
        sql.list(
                        row -> row.getInt(1),
                        "SELECT sheet_row FROM roster_refused_person WHERE roster_id = ? AND code = ?",
                        roster,
                        code)
                .forEach(rows::set);
    }
}
