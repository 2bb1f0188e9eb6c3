package tw.ecard.registration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;

/**
 * Thousands of rosters that were changed at random end as an outcome, each within seconds and in a small heap. With
 * {@code -Decard.mutations.seed=} and {@code -Decard.mutations.count=} others are made, and with {@code
 * -Decard.mutations.replay=} a single one is checked here, where a debugger can follow.
 */
class MutationsTest {

    private static final Logger LOG = Logger.getLogger(MutationsTest.class);
    private static final long SEED = Long.getLong("ecard.mutations.seed", 1_150_000_001L);
    private static final int COUNT = Integer.getInteger("ecard.mutations.count", 10_000);

    @Test
    void every_mutation_ends_as_an_outcome() throws IOException {
        long start = System.nanoTime();

        List<String> lines = SmallHeap.run(
                MutationsInSmallHeap.class, Duration.ofMinutes(10), Long.toString(SEED), Integer.toString(COUNT));

        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        LOG.infof("%d mutations of seed %d in %d ms:%n%s", COUNT, SEED, taken.toMillis(), shares(lines));
        assertThat(lines.stream().filter(line -> line.startsWith(MutationsInSmallHeap.FAILED)))
                .as("mutations of seed %d that did not end as an outcome", SEED)
                .isEmpty();
        assertThat(lines.stream().mapToInt(MutationsTest::count).sum()).isEqualTo(COUNT);
    }

    @Test
    @EnabledIfSystemProperty(named = "ecard.mutations.replay", matches = "\\d+")
    void one_mutation_is_replayed() throws IOException {
        int index = Integer.getInteger("ecard.mutations.replay");
        MutatedFile file = MutatedFile.of(SEED, index);
        Path kept = Path.of(
                "target",
                "mutation-%d-%d.%s".formatted(SEED, index, file.format().extension()));
        Files.write(kept, file.bytes());

        LOG.infof("%s: %s", kept, SmallHeap.check(SpreadsheetSource.of(file.bytes())));
    }

    private static String shares(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith(MutationsInSmallHeap.FAILED))
                .map(line -> "  %5.2f %%  %s".formatted(100.0 * count(line) / COUNT, line.replace('\t', ' ')))
                .collect(Collectors.joining("\n"));
    }

    private static int count(String line) {
        return Integer.parseInt(line.substring(line.lastIndexOf('\t') + 1));
    }
}
