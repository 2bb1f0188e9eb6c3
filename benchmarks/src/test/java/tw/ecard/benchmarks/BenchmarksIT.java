package tw.ecard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;

/** Every measure once, with little to do: that it works and checks what it measures, not what it comes to. */
class BenchmarksIT {

    private static final Path DIRECTORY = Path.of("target", "smoke").toAbsolutePath();

    @Test
    void every_measure_can_be_taken() throws Exception {
        if (DIRECTORY.toFile().exists()) {
            PathUtils.deleteDirectory(DIRECTORY);
        }
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Options options = Options.parse(
                List.of(
                        "--rows",
                        "300",
                        "--growth-rows",
                        "600",
                        "--scale",
                        "1",
                        "--pairs",
                        "1",
                        "--warm-up",
                        "0",
                        "--heap-step",
                        "128"),
                DIRECTORY);

        boolean complete = new Benchmarks(
                        options, new PrintStream(printed, true, StandardCharsets.UTF_8), Clock.systemUTC())
                .run();

        String output = printed.toString(StandardCharsets.UTF_8);
        assertThat(complete).as(output).isTrue();
        assertThat(output).contains("| measure | target | reached |").contains("fsync on, synchronous_commit on");
        JsonNode results = results();
        assertThat(results.path("measures")).isNotEmpty().allSatisfy(measure -> {
            assertThat(measure.path("value").isNumber()).as(measure.toString()).isTrue();
            assertThat(measure.path("series"))
                    .hasSize(2)
                    .allSatisfy(series ->
                            assertThat(series.path("median").asDouble()).isPositive());
        });
    }

    private static JsonNode results() throws Exception {
        File[] files = DIRECTORY.toFile().listFiles((directory, name) -> name.startsWith("results-"));
        assertThat(files).hasSize(1);
        return new ObjectMapper().readTree(files[0]);
    }
}
