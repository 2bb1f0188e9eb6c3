package tw.ecard.registration.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DocumentFormatTest {

    @Test
    void the_first_bytes_tell_the_format() {
        assertThat(DocumentFormat.of(Papers.pdf())).contains(DocumentFormat.PDF);
        assertThat(DocumentFormat.of(Papers.png())).contains(DocumentFormat.PNG);
        assertThat(DocumentFormat.of(Papers.jpeg())).contains(DocumentFormat.JPEG);
        assertThat(DocumentFormat.of(Papers.odt())).contains(DocumentFormat.ODT);
    }

    @Test
    void what_only_resembles_a_document_is_none() {
        byte[] ods = new String(Papers.odt(), StandardCharsets.ISO_8859_1)
                .replace("opendocument.text", "opendocument.sheet")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(DocumentFormat.of(ods)).isEmpty();
        assertThat(DocumentFormat.of(Arrays.copyOf(Papers.png(), 7))).isEmpty();
        assertThat(DocumentFormat.of("<html>%PDF-</html>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(DocumentFormat.of(new byte[0])).isEmpty();
    }
}
