package tw.ecard.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Processes by their number, whoever started them. */
public final class Processes {

    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);

    private Processes() {}

    /**
     * The process with this number, if it is still the one that was started at that time: numbers are used again.
     */
    public static Optional<ProcessHandle> find(long pid, Instant started) {
        return ProcessHandle.of(pid)
                .filter(Processes::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .map(at -> Duration.between(at, started).abs().compareTo(CLOCK_TOLERANCE) <= 0)
                        .orElse(false));
    }

    /** Whether a process runs. One that has ended but whose parent has not taken notice does not. */
    public static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Sends a signal by its name; a process that is gone already is no error. */
    public static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + process.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StartFailed("Process " + process.pid() + " could not be signalled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks a process to end, and ends it when it has not done so in time. */
    public static void end(ProcessHandle process, String politely, Duration atMost) {
        signal(process, politely);
        if (!Waiting.until(atMost, () -> !isAlive(process))) {
            kill(process);
        }
    }

    /** Ends a process at once and returns when it is gone. */
    public static void kill(ProcessHandle process) {
        process.destroyForcibly();
        Waiting.until(Duration.ofSeconds(10), () -> !isAlive(process));
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException noSuchFileSystem) {
            return false;
        }
    }
}
