package tw.ecard.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.benchmarks.stack.RosterEvents.Change;
import tw.ecard.localstack.service.ServiceProcess;

/** Sends roster files to the running service, each for an application of its own, and times what becomes of them. */
public final class Imports implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final ServiceProcess service;
    private final Connection database;
    private final RosterEvents events;
    private final ProcessorTime processor;
    private final School school;
    private final Duration patience;

    /** @param service running: its tables must be there */
    public Imports(ServiceProcess service, Infrastructure infrastructure) throws SQLException {
        this(service, infrastructure, PATIENCE);
    }

    /** @param patience how long an import may take */
    public Imports(ServiceProcess service, Infrastructure infrastructure, Duration patience) throws SQLException {
        this.service = service;
        this.patience = patience;
        this.school = new School(service, patience);
        this.database = infrastructure.connect();
        this.events = new RosterEvents(infrastructure.connect());
        this.processor = ProcessorTime.of(infrastructure.pidFile(service));
    }

    /** Uploads the file and waits until its roster is accepted or returned. */
    public Import run(Path file) throws IOException, InterruptedException, SQLException {
        return run(approvedApplication(), file);
    }

    /** The same for an application that is approved. */
    public Import run(UUID application, Path file) throws IOException, InterruptedException, SQLException {
        school.uploads(application, file);
        long end = System.nanoTime() + patience.toNanos();
        Change received = next(end);
        Duration before = processor.used();
        Change claimed = next(end);
        Change last = claimed;
        while (last.status().equals("VALIDATING")) {
            last = next(end);
        }
        return new Import(
                last.rosterId(),
                last.status(),
                Duration.ofNanos(claimed.nanos() - received.nanos()),
                Duration.ofNanos(last.nanos() - received.nanos()),
                processor.used().minus(before));
    }

    private Change next(long end) throws InterruptedException {
        while (service.isRunning() && System.nanoTime() < end) {
            Optional<Change> change = events.next(Duration.ofSeconds(1));
            if (change.isPresent()) {
                return change.get();
            }
        }
        throw new NoAnswer(service.isRunning() ? "the import takes longer than " + patience : "the service has ended");
    }

    /** Has the service take in an application, and the library agree to it. */
    public UUID approvedApplication() throws IOException, InterruptedException, SQLException {
        UUID id = school.applies();
        // The library's decision, which would come from queue-service.
        try (PreparedStatement approve = database.prepareStatement(
                "UPDATE application SET status = 'APPROVED', version = version + 1 WHERE id = ?")) {
            approve.setObject(1, id);
            approve.executeUpdate();
        }
        return id;
    }

    @Override
    public void close() throws SQLException {
        events.close();
        database.close();
    }
}
