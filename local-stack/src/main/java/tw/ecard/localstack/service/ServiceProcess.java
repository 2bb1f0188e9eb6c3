package tw.ecard.localstack.service;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.ecard.localstack.process.ChildProcess;
import tw.ecard.localstack.process.Distribution;
import tw.ecard.localstack.process.PlannedAnew;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.Readiness;
import tw.ecard.localstack.process.StartFailed;

/**
 * A packaged service. Its environment and JVM arguments can be changed while it does not run; they hold from its next
 * start on.
 */
public final class ServiceProcess extends PlannedAnew {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final String name;
    private final Path jar;
    private final int port;
    private final Path log;
    private final Path pidFile;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private List<String> jvmArguments = List.of("-Xmx512m");

    /** @param directory where log and pid file go, below {@code logs} and {@code run} */
    public ServiceProcess(String name, Path jar, int port, Path directory, Map<String, String> environment) {
        this.name = name;
        this.jar = jar.toAbsolutePath();
        this.port = port;
        this.log = directory.resolve("logs").resolve(name + ".log");
        this.pidFile = directory.resolve("run").resolve(name + ".pid");
        this.environment.putAll(environment);
        this.environment.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    }

    /** Another process of the same service, on a port of its own, with the same environment. */
    public ServiceProcess replica(String replicaName, int replicaPort) {
        Path directory = log.getParent().getParent();
        ServiceProcess replica = new ServiceProcess(replicaName, jar, replicaPort, directory, Map.of());
        synchronized (this) {
            environment.forEach(replica.environment::putIfAbsent);
            replica.jvmArguments = jvmArguments;
        }
        return replica;
    }

    public synchronized ServiceProcess environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public synchronized ServiceProcess jvmArguments(String... arguments) {
        jvmArguments = List.of(arguments);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Path log() {
        return log;
    }

    public String url() {
        return "http://" + Ports.LOOPBACK + ":" + port;
    }

    @Override
    public void start() {
        if (Files.notExists(jar)) {
            throw new StartFailed("There is no " + jar + "; `mvn package` builds it.");
        }
        start(plan());
    }

    /** Stops the service as an orderly shutdown does, and starts it again. */
    public void restart() {
        stop();
        start();
    }

    private synchronized ChildProcess.Plan plan() {
        List<String> command = new ArrayList<>(List.of(Distribution.java()));
        command.addAll(jvmArguments);
        // As a JVM chooses by itself in a container of this size; G1 would take processor time that heaps as small do
        // not repay.
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar", jar.toString()));
        return new ChildProcess.Plan(
                name,
                command,
                environment,
                log,
                pidFile,
                Readiness.answering(URI.create(url() + "/q/health/ready")),
                PATIENCE);
    }
}
