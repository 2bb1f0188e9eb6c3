package tw.ecard.registration.roster;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tw.ecard.kit.sql.SqlFailure;

/**
 * Streams sealed readers into the database in PostgreSQL's binary COPY format, on a connection that can do nothing else
 * meanwhile. Ended, the rows belong to the connection's transaction; closed before that, the transaction is lost.
 */
final class ReaderCopy implements AutoCloseable {

    private static final String COPY = "COPY reader (roster_id, sheet_row, ordinal, sealed) FROM STDIN (FORMAT binary)";
    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BUFFER = 1 << 16;
    private static final short COLUMNS = 4;
    private static final short END = -1;

    private final UUID roster;
    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * BUFFER);
    private final DataOutputStream out = new DataOutputStream(buffer);
    private int written;

    private ReaderCopy(UUID roster, CopyIn copy) {
        this.roster = roster;
        this.copy = copy;
    }

    static ReaderCopy start(Connection connection, UUID roster) throws SQLException {
        CopyIn started = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        ReaderCopy copy = new ReaderCopy(roster, started);
        copy.writeHeader();
        return copy;
    }

    boolean isActive() {
        return copy.isActive();
    }

    /** The place that the next reader gets, from 1. */
    int nextOrdinal() {
        return written + 1;
    }

    void write(int row, byte[] sealed) {
        try {
            out.writeShort(COLUMNS);
            out.writeInt(2 * Long.BYTES);
            out.writeLong(roster.getMostSignificantBits());
            out.writeLong(roster.getLeastSignificantBits());
            out.writeInt(Integer.BYTES);
            out.writeInt(row);
            out.writeInt(Integer.BYTES);
            out.writeInt(nextOrdinal());
            out.writeInt(sealed.length);
            out.write(sealed);
            written++;
            if (buffer.size() >= BUFFER) {
                send();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** Completes the copy: the connection is free again. */
    void end() throws SQLException {
        try {
            out.writeShort(END);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        send();
        copy.endCopy();
    }

    /** Gives the copy up, unless it was ended: the rows are not wanted. */
    @Override
    public void close() {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }
    }

    private void writeHeader() {
        try {
            out.write(SIGNATURE);
            out.writeInt(0);
            out.writeInt(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
        buffer.reset();
    }
}
