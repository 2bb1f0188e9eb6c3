package tw.ecard.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tw.ecard.localstack.service.ServiceProcess;

/** The service and its servers, started when a measure first asks for them and shared by all measures of a run. */
public final class Lab implements AutoCloseable {

    private final Path directory;
    private final List<String> jvmArguments;
    private Infrastructure infrastructure;
    private ServiceProcess service;
    private ServiceProcess queue;
    private Imports imports;
    private FilledTables tables;

    /** @param jvmArguments the service's, its heap among them */
    public Lab(Path directory, List<String> jvmArguments) {
        this.directory = directory;
        this.jvmArguments = List.copyOf(jvmArguments);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopProcesses, "closing-lab"));
    }

    public synchronized Infrastructure infrastructure() throws IOException {
        if (infrastructure == null) {
            infrastructure = Infrastructure.start(directory);
        }
        return infrastructure;
    }

    /** Uploads to the running service. */
    public synchronized Imports imports() throws IOException, SQLException {
        if (imports == null) {
            imports = new Imports(startedService(), infrastructure());
        }
        return imports;
    }

    /** What the imports fill, in the service's own database; they are there from the service's first start on. */
    public synchronized FilledTables tables() throws IOException, SQLException {
        if (tables == null) {
            tables = new FilledTables(infrastructure().connect());
        }
        return tables;
    }

    /** A school that talks to the running service. */
    public synchronized School school() throws IOException {
        return new School(startedService(), Duration.ofMinutes(1));
    }

    /** A clerk who talks to queue-service, which runs from the first call on. */
    public synchronized Desk desk() throws IOException {
        if (queue == null) {
            queue = infrastructure().queueService();
            queue.start();
        }
        return new Desk(queue);
    }

    /** The servers alone: the service is stopped, and started again when a measure next needs it. */
    public synchronized Infrastructure withoutService() throws IOException, SQLException {
        if (imports != null) {
            imports.close();
            imports = null;
        }
        if (service != null) {
            service.stop();
            service = null;
        }
        return infrastructure();
    }

    /** The version and settings of the server, if any measure asked for one. */
    public synchronized Optional<String> describePostgres() throws SQLException {
        return infrastructure == null ? Optional.empty() : Optional.of(infrastructure.describePostgres());
    }

    private ServiceProcess startedService() throws IOException {
        if (service == null) {
            service = infrastructure().registrationService().jvmArguments(jvmArguments.toArray(String[]::new));
            service.start();
        }
        return service;
    }

    @Override
    public void close() throws SQLException {
        synchronized (this) {
            if (imports != null) {
                imports.close();
            }
            if (tables != null) {
                tables.close();
            }
        }
        stopProcesses();
    }

    private synchronized void stopProcesses() {
        for (ServiceProcess process : new ServiceProcess[] {service, queue}) {
            if (process != null) {
                process.stop();
            }
        }
        if (infrastructure != null) {
            infrastructure.close();
        }
    }
}
