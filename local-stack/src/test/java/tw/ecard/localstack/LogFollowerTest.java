package tw.ecard.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.localstack.process.ChildProcess;
import tw.ecard.localstack.process.LogFile;
import tw.ecard.localstack.process.Waiting;

class LogFollowerTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void a_new_run_is_shown_from_its_first_line_and_the_run_before_is_not() throws IOException {
        Path log = Files.writeString(directory.resolve("log"), "of the run before\n");
        ChildProcess part = new ChildProcess(new ChildProcess.Plan(
                "part", List.of(), Map.of(), log, directory.resolve("pid"), () -> true, Duration.ZERO));
        Console console = new Console(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try (LogFollower follower = new LogFollower(List.of(part), console)) {
            follower.follow();
            LogFile.renew(log);
            Files.writeString(log, "first line, longer than all before it\nhalf a ", StandardOpenOption.APPEND);
            await("[part] first line, longer than all before it\n");
            Files.writeString(log, "line\n", StandardOpenOption.APPEND);
            await("[part] first line, longer than all before it\n[part] half a line\n");
        }
    }

    private void await(String text) {
        Waiting.until(Duration.ofSeconds(30), () -> shown().equals(text));
        assertThat(shown()).isEqualTo(text);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
