package tw.ecard.registration.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedNameTest {

    @ParameterizedTest
    @CsvSource({
        "申請單.pdf, 申請單.pdf",
        "C:\\Users\\王\\申請單.pdf, 申請單.pdf",
        "../../etc/passwd, passwd",
        "'a\"b.pdf', ab.pdf",
    })
    void a_name_loses_its_path_and_what_could_break_a_header(String sent, String kept) {
        assertThat(UploadedName.of(sent, "otherwise")).isEqualTo(kept);
        assertThat(UploadedName.of("a\r\nSet-Cookie: x.pdf", "otherwise")).doesNotContain("\r", "\n");
        assertThat(UploadedName.of("\u202Efdp.exe", "otherwise")).isEqualTo("fdp.exe");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "dir/", "..", "\t"})
    void where_nothing_is_left_another_name_stands(String sent) {
        assertThat(UploadedName.of(sent, "otherwise")).isEqualTo("otherwise");
    }

    @Test
    void an_endless_name_keeps_its_end_and_whole_characters() {
        String name = UploadedName.of("𠮷".repeat(500) + ".xlsx", "otherwise");

        assertThat(name).endsWith(".xlsx");
        assertThat(name.codePointCount(0, name.length())).isEqualTo(120);
        assertThat(Character.isLowSurrogate(name.charAt(0))).isFalse();
    }
}
