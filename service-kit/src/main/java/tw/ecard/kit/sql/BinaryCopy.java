package tw.ecard.kit.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams rows into the database in PostgreSQL's binary COPY format, on a connection that can do nothing else meanwhile.
 * Ended, the rows belong to the connection's transaction; closed before that, the transaction is lost.
 */
public final class BinaryCopy implements AutoCloseable {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BUFFER = 1 << 16;
    private static final short END = -1;
    private static final int ABSENT = -1;

    private final CopyIn copy;
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER);

    private BinaryCopy(CopyIn copy) {
        this.copy = copy;
    }

    /** @param into the table with its columns: {@code reader (roster_id, sheet_row)} */
    public static BinaryCopy start(Connection connection, String into) throws SQLException {
        String statement = "COPY " + into + " FROM STDIN (FORMAT binary)";
        BinaryCopy copy = new BinaryCopy(
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement));
        copy.out.put(SIGNATURE).putInt(0).putInt(0);
        return copy;
    }

    /** Begins a row; as many values have to follow. */
    public BinaryCopy row(int columns) throws SQLException {
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    /** A value of type uuid. */
    public BinaryCopy uuid(long high, long low) throws SQLException {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(high)
                .putLong(low);
        return this;
    }

    /** A value of type integer. */
    public BinaryCopy integer(int value) throws SQLException {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(value);
        return this;
    }

    /** A value of type bytea, or the UTF-8 of a text. */
    public BinaryCopy bytes(byte[] value) throws SQLException {
        room(Integer.BYTES).putInt(value.length);
        if (value.length > BUFFER) {
            send();
            copy.writeToCopy(value, 0, value.length);
        } else {
            room(value.length).put(value);
        }
        return this;
    }

    /** No value. */
    public BinaryCopy nothing() throws SQLException {
        room(Integer.BYTES).putInt(ABSENT);
        return this;
    }

    public boolean isActive() {
        return copy.isActive();
    }

    /** Completes the copy: the connection is free again. */
    public void end() throws SQLException {
        room(Short.BYTES).putShort(END);
        send();
        copy.endCopy();
    }

    /** Gives the copy up, unless it was ended: the rows are not wanted. */
    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private ByteBuffer room(int bytes) throws SQLException {
        if (out.remaining() < bytes) {
            send();
        }
        return out;
    }

    private void send() throws SQLException {
        copy.writeToCopy(out.array(), 0, out.position());
        out.clear();
    }
}
