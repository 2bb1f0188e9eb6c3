package tw.ecard.benchmarks.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import tw.ecard.benchmarks.stack.FilledTables;
import tw.ecard.benchmarks.stack.Import;
import tw.ecard.benchmarks.stack.Lab;

/** One import at a time by the service of the lab, into tables that are empty, of a file whose end is known. */
public final class Importing {

    private final Lab lab;

    public Importing(Lab lab) {
        this.lab = lab;
    }

    /** Imports a file of so many good rows: all of them must be there afterwards. */
    public Import accepted(Path file, int rows) throws IOException, InterruptedException, SQLException {
        return run(lab.imports().approvedApplication(), file, "ACCEPTED", rows);
    }

    /** Imports a file of so many good rows for this application, which is approved. @return the application */
    public UUID accepted(UUID application, Path file, int rows) throws IOException, InterruptedException, SQLException {
        run(application, file, "ACCEPTED", rows);
        return application;
    }

    /** Imports a file that is returned: nobody of it may be there afterwards. */
    public Import returned(Path file) throws IOException, InterruptedException, SQLException {
        return run(lab.imports().approvedApplication(), file, "RETURNED", 0);
    }

    private Import run(UUID application, Path file, String status, int readers)
            throws IOException, InterruptedException, SQLException {
        FilledTables tables = lab.tables();
        tables.empty();
        Import done = lab.imports().run(application, file);
        if (!done.status().equals(status) || tables.rows("reader") != readers) {
            throw new IllegalStateException("%s with %d readers".formatted(done.status(), tables.rows("reader")));
        }
        return done;
    }
}
