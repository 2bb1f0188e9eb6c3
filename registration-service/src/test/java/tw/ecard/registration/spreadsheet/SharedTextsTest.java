package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
}
