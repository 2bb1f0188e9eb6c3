package tw.ecard.benchmarks.peer;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.UUID;
import tw.ecard.registration.vault.RowSeal;

/**
 * What one side stored, opened and summed up: equal for the same readers in the same rows, whoever sealed them and for
 * whichever roster.
 */
record StoredPeople(long readers, long sumOfReaders, long people, long sumOfPeople) {

    private static final int FETCH = 1_000;

    /** @param connection without autocommit, so that rows come in portions */
    static StoredPeople in(String schema, Connection connection, RowSeal seal) throws SQLException {
        long readers = 0;
        long sumOfReaders = 0;
        long people = 0;
        long sumOfPeople = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(
                    "SELECT roster_id, sheet_row, ordinal, sealed FROM %s.reader".formatted(schema))) {
                while (row.next()) {
                    byte[] plain = seal.open(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(4));
                    readers++;
                    sumOfReaders += mixed(row.getInt(2), row.getInt(3), Arrays.hashCode(plain));
                }
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT person, sheet_row FROM %s.known_person".formatted(schema))) {
                while (row.next()) {
                    people++;
                    sumOfPeople +=
                            mixed(row.getInt(2), row.getObject(1, UUID.class).hashCode(), 0);
                }
            }
        }
        return new StoredPeople(readers, sumOfReaders, people, sumOfPeople);
    }

    private static long mixed(int one, int two, int three) {
        return ((one * 31L + two) * 0x9E3779B97F4A7C15L + three) * 0x9E3779B97F4A7C15L;
    }
}
