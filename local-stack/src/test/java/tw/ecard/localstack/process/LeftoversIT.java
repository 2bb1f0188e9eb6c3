package tw.ecard.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversIT {

    @TempDir
    Path directory;

    private ChildProcess orphan;

    @AfterEach
    void end() {
        orphan.kill();
    }

    @Test
    void a_process_found_by_its_pid_file_is_ended() throws IOException {
        orphan = sleeper();
        orphan.start();
        ProcessHandle process = ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile()).strip()))
                .orElseThrow();

        assertThat(Leftovers.end(directory.resolve("run")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("orphan (");
        assertThat(Processes.isAlive(process)).isFalse();
        assertThat(directory.resolve("run/orphan.pid")).doesNotExist();
    }

    @Test
    void a_stranger_that_got_the_same_number_later_is_left_alone() throws IOException {
        orphan = sleeper();
        orphan.start();
        Instant lastWeek = Files.getLastModifiedTime(pidFile()).toInstant().minus(Duration.ofDays(7));
        Files.setLastModifiedTime(pidFile(), FileTime.from(lastWeek));

        assertThat(Leftovers.end(directory.resolve("run"))).isEmpty();
        assertThat(orphan.isRunning()).isTrue();
        assertThat(pidFile()).doesNotExist();
    }

    private Path pidFile() {
        return directory.resolve("run/orphan.pid");
    }

    private ChildProcess sleeper() {
        return new ChildProcess(new ChildProcess.Plan(
                "orphan",
                List.of("sleep", "300"),
                Map.of(),
                directory.resolve("log"),
                pidFile(),
                () -> Files.exists(pidFile()),
                Duration.ofSeconds(10)));
    }
}
