package tw.ecard.benchmarks.stack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.ecard.benchmarks.measure.Shift;
import tw.ecard.benchmarks.usecase.UseCase;
import tw.ecard.benchmarks.usecase.UseCaseServer;
import tw.ecard.localstack.process.ChildProcess;
import tw.ecard.localstack.process.Distribution;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.Readiness;

/**
 * A packaged service that does one use case over and over: the packaged classes, as the build augmented them, flat on a
 * class path with those of {@link UseCaseServer}, because calls between two class loaders could not reach what is
 * package-private.
 */
public final class UseCases implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ChildProcess process;
    private final String url;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param name of the process
     * @param application the service's {@code quarkus-app}
     */
    UseCases(
            String name,
            Path application,
            Class<? extends UseCase> useCase,
            List<String> jvmArguments,
            Map<String, String> settings,
            Path directory) {
        int port = Ports.free();
        this.url = "http://" + Ports.LOOPBACK + ":" + port;
        List<String> command = new ArrayList<>(List.of(Distribution.java()));
        command.addAll(jvmArguments);
        command.addAll(List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classPath(application),
                UseCaseServer.class.getName(),
                Integer.toString(port),
                useCase.getName()));
        Path log = directory.resolve("logs").resolve(name + ".log");
        this.process = new ChildProcess(new ChildProcess.Plan(
                name,
                command,
                settings,
                log,
                directory.resolve("run").resolve(name + ".pid"),
                Readiness.answering(URI.create(
                        "http://" + Ports.LOOPBACK + ":" + settings.get("QUARKUS_HTTP_PORT") + "/q/health/ready")),
                PATIENCE));
    }

    void start() {
        process.start();
    }

    /** Has one row made, to copy. */
    public void leaveOne() throws IOException, InterruptedException {
        ask("/one");
    }

    /** Has the use case called so often. */
    public Shift call(int callers, int calls) throws IOException, InterruptedException {
        List<Long> numbers = ask("/calls?" + callers + "," + calls)
                .lines()
                .map(Long::parseLong)
                .toList();
        return new Shift(
                numbers.get(0),
                numbers.stream().skip(1).mapToLong(Long::longValue).toArray());
    }

    private String ask(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " failed: " + answer.body());
        }
        return answer.body();
    }

    /** What the build transformed comes before what it was made from. */
    private static String classPath(Path application) {
        Path own = Path.of(UseCaseServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return String.join(
                File.pathSeparator,
                application.resolve("quarkus/transformed-bytecode.jar").toString(),
                application.resolve("quarkus/generated-bytecode.jar").toString(),
                application.resolve("app").resolve("*").toString(),
                own.toString(),
                application.resolve("lib/main").resolve("*").toString(),
                application.resolve("lib/boot").resolve("*").toString());
    }

    @Override
    public void close() {
        process.stop();
    }
}
