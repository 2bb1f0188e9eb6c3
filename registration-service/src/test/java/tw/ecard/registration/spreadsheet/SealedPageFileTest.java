package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedPageFileTest {

    @Test
    void pages_come_back_as_they_were_whatever_the_order() {
        Random random = new Random(7);
        byte[][] pages = new byte[9][1_000];
        try (SealedPageFile file = SealedPageFile.create(1_000)) {
            for (int i = 0; i < pages.length; i++) {
                random.nextBytes(pages[i]);
                file.write(i, pages[i]);
            }
            for (int i : new int[] {8, 0, 3, 3, 7}) {
                assertThat(file.read(i)).isEqualTo(pages[i]);
            }
        }
    }

    @Test
    void a_page_that_was_not_written_is_an_error_of_the_file() {
        try (SealedPageFile file = SealedPageFile.create(1_000)) {
            file.write(0, new byte[1_000]);
            assertThatThrownBy(() -> file.read(1)).isInstanceOf(UncheckedIOException.class);
        }
    }
}
