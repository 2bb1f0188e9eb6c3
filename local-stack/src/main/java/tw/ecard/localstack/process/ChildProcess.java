package tw.ecard.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part that is one child process. Its output goes straight to its log file, so that it neither blocks nor breaks when
 * its parent dies. It ignores SIGINT and SIGHUP: Ctrl-C reaches every process of a terminal at once, and the parent
 * stops them in order instead.
 */
public final class ChildProcess implements Part {

    // The process leaves its number before it becomes the program: no moment in which nobody knows of it.
    private static final String WRAPPER = "trap '' INT HUP; echo $$ > \"$0\"; exec \"$@\"";
    private static final Duration STOP = Duration.ofSeconds(20);
    private static final int SHOWN_LINES = 20;

    private final Plan plan;
    private Process process;

    /**
     * What to run.
     *
     * @param environment added to the environment of this JVM
     * @param log where the output goes; renewed at each start
     * @param pidFile where the process leaves its number while it runs
     * @param patience how long it may take to be ready
     */
    public record Plan(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Path pidFile,
            Readiness readiness,
            Duration patience) {}

    public ChildProcess(Plan plan) {
        this.plan = plan;
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public Path log() {
        return plan.log();
    }

    @Override
    public void start() {
        Process started = spawn();
        try {
            boolean came = Waiting.until(
                    plan.patience(),
                    () -> !started.isAlive() || plan.readiness().isReady());
            if (!started.isAlive()) {
                throw failed("ended with exit code " + started.exitValue());
            }
            if (!came) {
                throw failed("was not ready after " + plan.patience().toSeconds() + " s");
            }
        } catch (StartFailed e) {
            stop();
            throw e;
        }
    }

    /** Starts the process for a job that comes to an end. @return its exit code */
    public int runToEnd() {
        Process started = spawn();
        try {
            Waiting.until(plan.patience(), () -> !started.isAlive());
            if (started.isAlive()) {
                throw failed("did not end within " + plan.patience().toSeconds() + " s");
            }
            return started.exitValue();
        } finally {
            stop();
        }
    }

    @Override
    public synchronized void stop() {
        if (process != null) {
            Processes.end(process.toHandle(), "TERM", STOP);
            forget();
        }
    }

    @Override
    public synchronized void kill() {
        if (process != null) {
            Processes.kill(process.toHandle());
            forget();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    private synchronized Process spawn() {
        if (isRunning()) {
            throw new StartFailed(plan.name() + " runs already");
        }
        try {
            LogFile.renew(plan.log());
            Files.createDirectories(plan.pidFile().getParent());
            List<String> command = new ArrayList<>(
                    List.of("/bin/sh", "-c", WRAPPER, plan.pidFile().toString()));
            command.addAll(plan.command());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(plan.pidFile().getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            builder.environment().putAll(plan.environment());
            process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new StartFailed(plan.name() + " could not be started", e);
        }
    }

    private void forget() {
        process = null;
        try {
            Files.deleteIfExists(plan.pidFile());
        } catch (IOException e) {
            throw new StartFailed("Could not delete " + plan.pidFile(), e);
        }
    }

    private StartFailed failed(String how) {
        return new StartFailed(
                plan.name() + " " + how + ". The end of " + plan.log() + ":\n" + LogFile.end(plan.log(), SHOWN_LINES));
    }
}
