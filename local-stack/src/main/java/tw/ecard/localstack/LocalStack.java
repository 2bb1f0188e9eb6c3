package tw.ecard.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.ecard.localstack.demo.Addresses;
import tw.ecard.localstack.keycloak.KeycloakServer;
import tw.ecard.localstack.mail.MailFolder;
import tw.ecard.localstack.postgres.PostgresServer;
import tw.ecard.localstack.process.ChildProcess;
import tw.ecard.localstack.process.Leftovers;
import tw.ecard.localstack.process.Part;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.StartFailed;
import tw.ecard.localstack.service.ServiceProcess;

/**
 * The whole system on this machine: PostgreSQL, Kafka, Keycloak and SMTP, and the two packaged services on top, each a
 * process of its own that can be stopped, killed and started again alone. Everything is kept in one folder; a stack
 * started there again finds it.
 */
public final class LocalStack implements AutoCloseable {

    private final StackDirectory directory;
    private final StackPorts ports;
    private final PostgresServer postgres;
    private final ChildProcess kafka;
    private final ChildProcess mail;
    private final KeycloakServer keycloak;
    private final ServiceProcess registration;
    private final ServiceProcess queue;
    private final boolean withServices;
    private final List<Part> replicas = Collections.synchronizedList(new ArrayList<>());
    private final SideBySide starting = new SideBySide();
    private volatile AutoCloseable lock;

    LocalStack(Path directory, StackPorts ports, boolean withServices, Map<String, String> environment) {
        this.directory = new StackDirectory(directory);
        this.ports = ports;
        this.withServices = withServices;
        StackParts parts = new StackParts(this.directory, ports, environment);
        this.postgres = parts.postgres();
        this.kafka = parts.kafka();
        this.mail = parts.mail();
        this.keycloak = parts.keycloak();
        this.registration = parts.registration(keycloak);
        this.queue = parts.queue(keycloak);
    }

    /** A stack in this folder, on free ports. */
    public static LocalStack in(Path directory) {
        return new LocalStack(directory, StackPorts.free(), true, Map.of());
    }

    /** What somebody wants to see of a start. */
    public interface Listener {

        /** Processes of a launcher that was killed have been ended. */
        void leftoversEnded(List<String> names);

        void ready(Part part, Duration after);
    }

    /** Starts everything and returns when all of it serves; what was started is stopped again when something fails. */
    public void start() {
        start(new Listener() {
            @Override
            public void leftoversEnded(List<String> names) {}

            @Override
            public void ready(Part part, Duration after) {}
        });
    }

    public void start(Listener listener) {
        lock = directory.lock();
        try {
            endLeftovers(listener);
            ports.requireFree(withServices);
            starting.run(infrastructure(), part -> start(part, listener));
            if (withServices) {
                starting.run(List.of(registration, queue), part -> start(part, listener));
            }
        } catch (StartFailed e) {
            close();
            throw e;
        }
    }

    /** Stops everything in order: nothing is stopped before those who use it. A closed stack does not start again. */
    @Override
    public synchronized void close() {
        starting.cancel();
        if (lock == null) {
            return;
        }
        SideBySide stopping = new SideBySide();
        List<Part> services = new ArrayList<>(replicas);
        services.addAll(List.of(registration, queue));
        stopping.run(services, Part::stop);
        stopping.run(List.of(keycloak, mail, kafka), Part::stop);
        postgres.stop();
        stopping.cancel();
        unlock();
    }

    /** Whether this stack holds its folder, that is, has begun to start and is not closed. */
    public boolean isOpen() {
        return lock != null;
    }

    /** Every part that should be running, in the order of starting. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>(infrastructure());
        if (withServices) {
            parts.addAll(List.of(registration, queue));
        }
        return parts;
    }

    /** A part that has ended by itself. */
    public Optional<Part> dead() {
        return parts().stream().filter(part -> !part.isRunning()).findFirst();
    }

    /** Another process of the service, on a free port; it is stopped with the stack. Not started yet. */
    public ServiceProcess replicaOf(ServiceProcess service) {
        String name = service.name() + "-" + (replicas.size() + 2);
        ServiceProcess replica = service.replica(name, Ports.free());
        // Each process empties its own at its start.
        replica.environment(
                StackParts.UPLOADS,
                directory.privateDirectory("uploads/" + name).toString());
        replicas.add(replica);
        return replica;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public Part kafka() {
        return kafka;
    }

    public String kafkaBootstrapServers() {
        return Ports.LOOPBACK + ":" + ports.kafka();
    }

    public Part mail() {
        return mail;
    }

    /** Where {@link #mail} listens, for a test that puts another server in its place. */
    public int smtpPort() {
        return ports.smtp();
    }

    public MailFolder mailFolder() {
        return MailFolder.in(directory.data("mail"));
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public ServiceProcess registration() {
        return registration;
    }

    public ServiceProcess queue() {
        return queue;
    }

    /** Where clients of the system find it. */
    public Addresses addresses() {
        return new Addresses(registration.url(), queue.url(), keycloak.realmUrl());
    }

    /** The folder everything is kept in; logs are below {@code logs}. */
    public Path directory() {
        return directory.root();
    }

    private List<Part> infrastructure() {
        return List.of(postgres, kafka, mail, keycloak);
    }

    private void start(Part part, Listener listener) {
        long begin = System.nanoTime();
        part.start();
        if (part == postgres) {
            postgres.createDatabase("registration");
            postgres.createDatabase("queue");
        }
        listener.ready(part, Duration.ofNanos(System.nanoTime() - begin));
    }

    private void endLeftovers(Listener listener) {
        List<String> ended = new ArrayList<>(Leftovers.end(directory.pidFiles()));
        if (postgres.isRunning()) {
            postgres.stop();
            ended.add(postgres.name());
        }
        if (!ended.isEmpty()) {
            listener.leftoversEnded(ended);
        }
    }

    private void unlock() {
        try {
            lock.close();
            lock = null;
        } catch (Exception e) {
            throw new StartFailed("Could not unlock " + directory.root(), e);
        }
    }
}
