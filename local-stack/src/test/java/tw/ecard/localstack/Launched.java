package tw.ecard.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tw.ecard.localstack.process.Distribution;
import tw.ecard.localstack.process.Processes;
import tw.ecard.localstack.process.Waiting;

/** A launcher as somebody starts it: a process of its own in a folder, on ports of its own. */
final class Launched implements AutoCloseable {

    static final int KILLED = 128 + 9;

    private final Path directory;
    private final Path output;
    private final Process process;

    private Launched(Path directory, Path output, Process process) {
        this.directory = directory;
        this.output = output;
        this.process = process;
    }

    static Launched infrastructure(Path directory, StackPorts ports) {
        try {
            Path output = Files.createTempFile(directory, "output-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(
                            Distribution.java(),
                            "-Xmx128m",
                            "-cp",
                            Distribution.classPath(),
                            Launcher.class.getName(),
                            "--infrastructure")
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "ECARD_KEYCLOAK_PORT", Integer.toString(ports.keycloak()),
                            "ECARD_POSTGRES_PORT", Integer.toString(ports.postgres()),
                            "ECARD_KAFKA_PORT", Integer.toString(ports.kafka()),
                            "ECARD_SMTP_PORT", Integer.toString(ports.smtp())));
            return new Launched(directory, output, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Launched says(String text) {
        // As long as the parts themselves are given, on a machine that has other work.
        Waiting.until(Duration.ofMinutes(20), () -> output().contains(text) || !process.isAlive());
        assertThat(output()).contains(text);
        return this;
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The part's process, by the number it left. */
    ProcessHandle part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow()
                .process();
    }

    record PartProcess(String name, ProcessHandle process) {}

    /** Every part that runs now. */
    List<PartProcess> parts() {
        List<PartProcess> parts = new ArrayList<>();
        for (String name : List.of("kafka", "mail", "keycloak")) {
            add(parts, name, directory.resolve(".local/run").resolve(name + ".pid"));
        }
        add(parts, "postgresql", directory.resolve(".local/postgresql/data/postmaster.pid"));
        return parts;
    }

    private static void add(List<PartProcess> parts, String name, Path pidFile) {
        try (Stream<String> lines = Files.lines(pidFile)) {
            lines.findFirst()
                    .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                    .filter(Processes::isAlive)
                    .ifPresent(process -> parts.add(new PartProcess(name, process)));
        } catch (IOException notRunning) {
            // A part that never started, or has ended, has no file.
        }
    }

    void signal(String signal) {
        Processes.signal(process.toHandle(), signal);
    }

    int exitCode() {
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("ended in time").isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            signal("TERM");
            exitCode();
        }
        if (process.exitValue() == KILLED) {
            parts().forEach(part -> Processes.kill(part.process()));
        }
    }
}
