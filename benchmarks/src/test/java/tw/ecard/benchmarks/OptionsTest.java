package tw.ecard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void nothing_named_asks_for_everything() {
        assertThat(parse().asksFor("import-xlsx")).isTrue();
        assertThat(parse().rows()).isEqualTo(100_000);
    }

    @Test
    void the_first_words_of_a_name_ask_for_all_that_begin_so() {
        Options options = parse("import", "reader-ods");

        assertThat(options.asksFor("import-xlsx")).isTrue();
        assertThat(options.asksFor("import-ods")).isTrue();
        assertThat(options.asksFor("reader-ods")).isTrue();
        assertThat(options.asksFor("reader-xlsx")).isFalse();
        assertThat(parse("imp").asksFor("import-ods")).as("half a word").isFalse();
    }

    @Test
    void sizes_and_turns_can_be_set() {
        Options options =
                parse("--rows", "300", "--scale", "5", "--pairs", "1", "--warm-up", "0", "--heap", "256m", "--record");

        assertThat(options.rows()).isEqualTo(300);
        assertThat(options.scale()).isEqualTo(5);
        assertThat(options.pairs()).isEqualTo(1);
        assertThat(options.warmUps()).isZero();
        assertThat(options.jvmArguments()).first().isEqualTo("-Xmx256m");
        assertThat(options.jvmArguments()).last().asString().endsWith("service.jfr");
    }

    @Test
    void what_is_not_understood_is_said() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("--row", "1"))
                .withMessageContaining("--row");
        assertThatIllegalArgumentException().isThrownBy(() -> parse("--rows")).withMessageContaining("--rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("--pairs", "0"))
                .withMessageContaining("from 1 on");
    }

    private static Options parse(String... arguments) {
        return Options.parse(List.of(arguments), Path.of("target"));
    }
}
