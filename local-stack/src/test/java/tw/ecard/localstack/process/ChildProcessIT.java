package tw.ecard.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {

    private static final Duration PATIENT = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void a_child_that_ends_before_it_is_ready_is_reported_with_the_end_of_its_log() {
        assertThatThrownBy(() -> shell("echo no space left; exit 3", PATIENT).start())
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("no space left");
    }

    @Test
    void a_child_that_is_not_ready_in_time_is_ended() {
        ChildProcess slow = shell("sleep 300", Duration.ofSeconds(1));
        assertThatThrownBy(slow::start).isInstanceOf(StartFailed.class).hasMessageContaining("not ready after 1 s");
        assertThat(slow.isRunning()).isFalse();
    }

    @Test
    void a_child_that_does_not_listen_to_the_interrupt_of_the_terminal_still_listens_to_its_parent()
            throws IOException {
        try (ChildProcess child = shell("echo ready; while :; do sleep 1; done", PATIENT)) {
            child.start();
            // The JVM has other children too, of the test classes before this one.
            long pid = Long.parseLong(
                    Files.readString(directory.resolve("run/child.pid")).strip());
            ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
            Processes.signal(handle, "INT");
            Processes.signal(handle, "HUP");
            assertThat(child.isRunning()).isTrue();
            child.stop();
            assertThat(child.isRunning()).isFalse();
            assertThat(Processes.isAlive(handle)).isFalse();
        }
    }

    private ChildProcess shell(String script, Duration patience) {
        Path log = directory.resolve("log");
        return new ChildProcess(new ChildProcess.Plan(
                "child",
                List.of("/bin/sh", "-c", script),
                Map.of(),
                log,
                directory.resolve("run/child.pid"),
                Readiness.saidIn(log),
                patience));
    }
}
