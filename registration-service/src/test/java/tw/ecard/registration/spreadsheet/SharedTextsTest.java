package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedTextsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void texts_come_back_in_any_order_whatever_page_they_are_on(long seed) {
        Random random = new Random(seed);
        SharedTexts texts = new SharedTexts(SpreadsheetLimits.DEFAULT);
        List<String> expected = new ArrayList<>();
        TextBuffer buffer = new TextBuffer(SpreadsheetLimits.DEFAULT.maxCellCharacters());
        for (int i = 0; i < 20_000; i++) {
            String text = "臺𠮷a".repeat(random.nextInt(12)) + i;
            expected.add(text);
            buffer.clear();
            buffer.append(text.toCharArray(), 0, text.length());
            texts.add(buffer);
        }
        for (int i = 0; i < 50_000; i++) {
            int index = random.nextInt(expected.size());
            assertThat(texts.cell(index, i % 2 == 0).text())
                    .as("seed %d, text %d", seed, index)
                    .isEqualTo(expected.get(index));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void texts_beyond_what_memory_holds_come_back_from_disk(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> expected = new ArrayList<>();
        TextBuffer buffer = new TextBuffer(SpreadsheetLimits.DEFAULT.maxCellCharacters());
        try (SharedTexts texts = new SharedTexts(SpreadsheetLimits.DEFAULT)) {
            for (int i = 0; i < 12_000; i++) {
                // About 18 MB, half as much again as is held.
                String text = i + "王".repeat(random.nextInt(990) + 1) + i;
                expected.add(text);
                buffer.clear();
                buffer.append(text.toCharArray(), 0, text.length());
                texts.add(buffer);
                assertThat(texts.cell(i, false).text())
                        .as("seed %d, text %d", seed, i)
                        .isEqualTo(buffer.toString());
            }
            for (int i = 0; i < 2_000; i++) {
                int index = random.nextInt(expected.size());
                assertThat(texts.cell(index, false).text())
                        .as("seed %d, text %d", seed, index)
                        .isEqualTo(expected.get(index));
            }
            assertThat(filesInUse()).isNotEmpty();
        }
        assertThat(filesInUse()).isEmpty();
    }

    /** Pages have no name that anybody could open, on systems where an open file need not have one. */
    private static List<Path> filesInUse() throws IOException {
        Path open = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(open), "open files are listed on Linux only");
        List<Path> targets = new ArrayList<>();
        try (Stream<Path> files = Files.list(open)) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    targets.add(Files.readSymbolicLink(file));
                }
            }
        }
        List<Path> pages = targets.stream()
                .filter(target -> target.toString().contains("ecard-texts-"))
                .toList();
        assertThat(pages).allSatisfy(target -> assertThat(target.toString()).endsWith("(deleted)"));
        return pages;
    }
}
