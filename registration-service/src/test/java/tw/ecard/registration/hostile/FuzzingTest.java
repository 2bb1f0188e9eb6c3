package tw.ecard.registration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

/**
 * Lets Jazzer search for files that hurt, where the profile {@code fuzz} puts it on the class path. What it finds and
 * the inputs it collects stay in {@code target/fuzz}; in every other build its seeds alone are checked.
 */
class FuzzingTest {

    private static final Logger LOG = Logger.getLogger(FuzzingTest.class);
    private static final String SECONDS = "ecard.fuzz.seconds";

    @ParameterizedTest
    @EnumSource(SpreadsheetFormat.class)
    void the_seeds_end_as_outcomes(SpreadsheetFormat format) {
        FuzzTarget.fuzzerInitialize(new String[] {format.name()});
    }

    @ParameterizedTest
    @EnumSource(SpreadsheetFormat.class)
    @EnabledIfSystemProperty(named = SECONDS, matches = "\\d+")
    void the_fuzzer_finds_nothing(SpreadsheetFormat format) throws Exception {
        long seconds = Long.getLong(SECONDS);
        Path directory = Files.createDirectories(
                Path.of("target", "fuzz", format.extension()).toAbsolutePath());
        Path inputs = writeSeeds(format, directory.resolve("inputs"));
        Path output = directory.resolve("output.txt");

        Process fuzzer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        classPath(),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzTarget.class.getName(),
                        "--target_args=" + format.name(),
                        "--instrumentation_includes=tw.ecard.registration.spreadsheet.**:tw.ecard.registration.roster.**"
                                + ":tw.ecard.registration.reader.**",
                        "--custom_hook_includes=tw.ecard.**:org.apache.commons.compress.**",
                        "--reproducer_path=" + directory,
                        "-artifact_prefix=" + directory + "/",
                        "-max_total_time=" + seconds,
                        "-timeout=5",
                        "-max_len=16384",
                        "-rss_limit_mb=3000",
                        "-print_final_stats=1",
                        inputs.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = fuzzer.waitFor(seconds + 120, TimeUnit.SECONDS);
            assertThat(ended).as("the fuzzer ended").isTrue();
            List<String> lines = Files.readAllLines(output);
            LOG.infof(
                    "%s:%n%s", format, String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size())));
            assertThat(fuzzer.exitValue()).as("see " + output).isZero();
        } finally {
            fuzzer.destroyForcibly();
        }
    }

    /** Without Quarkus and JUnit, which Jazzer would start. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("quarkus") && !entry.contains("junit"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path writeSeeds(SpreadsheetFormat format, Path inputs) throws IOException {
        Files.createDirectories(inputs);
        List<byte[]> seeds = FuzzTarget.seeds(format);
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(inputs.resolve("seed-" + i), seeds.get(i));
        }
        return inputs;
    }
}
