package tw.ecard.registration.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import tw.ecard.kit.sql.BinaryCopy;
import tw.ecard.kit.sql.SqlFailure;

/**
 * Streams sealed readers into the database, on a connection that can do nothing else meanwhile. Ended, they belong to
 * the connection's transaction; closed before that, the transaction is lost.
 */
final class ReaderCopy implements AutoCloseable {

    private static final String READERS = "reader (roster_id, sheet_row, ordinal, sealed)";
    private static final int COLUMNS = 4;

    private final long rosterHigh;
    private final long rosterLow;
    private final BinaryCopy copy;
    private int written;

    private ReaderCopy(UUID roster, BinaryCopy copy) {
        this.rosterHigh = roster.getMostSignificantBits();
        this.rosterLow = roster.getLeastSignificantBits();
        this.copy = copy;
    }

    static ReaderCopy start(Connection connection, UUID roster) throws SQLException {
        return new ReaderCopy(roster, BinaryCopy.start(connection, READERS));
    }

    boolean isActive() {
        return copy.isActive();
    }

    /** The reader gets the next place, from 1. */
    void write(int row, byte[] sealed) {
        try {
            copy.row(COLUMNS)
                    .uuid(rosterHigh, rosterLow)
                    .integer(row)
                    .integer(++written)
                    .bytes(sealed);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Completes the copy: the connection is free again. */
    void end() throws SQLException {
        copy.end();
    }

    /** Gives the copy up, unless it was ended: the rows are not wanted. */
    @Override
    public void close() {
        try {
            copy.close();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
