package tw.ecard.benchmarks.peer;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;

/** Another way to import a roster. */
public interface Peer extends AutoCloseable {

    /** Its name on the command line, and its schema in the database. */
    String name();

    /** What it is made of, for the table. */
    String made();

    /** Makes its tables; the service's own are in the schema public. */
    String tables();

    /** Reads the file, checks it and stores its readers for the roster, to the commit. */
    void store(Path xlsx, UUID roster) throws Exception;

    @Override
    void close() throws SQLException;
}
