package tw.ecard.registration.roster.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.registration.reader.Flaw;

class RosterMessagesTest {

    @ParameterizedTest
    @EnumSource(RowErrorCode.class)
    void every_error_has_a_message_in_both_languages(RowErrorCode code) {
        String chinese = RosterMessages.of(code, List.of("7"), Locale.TAIWAN);
        String english = RosterMessages.of(code, List.of("7"), Locale.ENGLISH);

        assertThat(chinese).containsPattern("\\p{IsHan}").doesNotContain("{");
        assertThat(english).doesNotContain("{").matches("[^{]*[a-z].*");
        assertThat(english).isNotEqualTo(chinese);
    }

    @ParameterizedTest
    @EnumSource(RowErrorCode.class)
    void a_summary_speaks_of_no_single_cell(RowErrorCode code) {
        String chinese = RosterMessages.summary(code, Locale.TAIWAN);
        String english = RosterMessages.summary(code, Locale.ENGLISH);

        assertThat(chinese).containsPattern("\\p{IsHan}").doesNotContain("{");
        assertThat(english).matches("[^{]*[a-z].*").doesNotContain("{").isNotEqualTo(chinese);
    }

    @ParameterizedTest
    @EnumSource(RowErrorCode.class)
    void every_message_says_what_to_do(RowErrorCode code) {
        for (String chinese : List.of(
                RosterMessages.of(code, List.of("7"), Locale.TAIWAN), RosterMessages.summary(code, Locale.TAIWAN))) {
            assertThat(chinese).contains("請");
        }
        for (String english : List.of(
                RosterMessages.of(code, List.of("7"), Locale.ENGLISH), RosterMessages.summary(code, Locale.ENGLISH))) {
            assertThat(english).containsIgnoringCase("please");
        }
    }

    @ParameterizedTest
    @EnumSource(RosterProblem.Code.class)
    void every_problem_has_a_message_in_both_languages(RosterProblem.Code code) {
        RosterProblem problem = new RosterProblem(code, List.of("7"));

        assertThat(RosterMessages.of(problem, Locale.TAIWAN))
                .containsPattern("\\p{IsHan}")
                .doesNotContain("{");
        assertThat(RosterMessages.of(problem, Locale.ENGLISH))
                .doesNotContain("{")
                .doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @EnumSource(Flaw.class)
    void every_flaw_of_a_value_is_an_error_of_a_row(Flaw flaw) {
        assertThat(RowErrorCode.of(flaw)).isNotNull();
    }

    @Test
    void a_message_names_its_parameters_and_a_language_that_is_not_there_is_chinese() {
        RowError duplicate = new RowError(9, "身分證字號", RowErrorCode.DUPLICATE_IN_FILE, List.of("1234"), "A12*****89");

        assertThat(RosterMessages.of(duplicate, Locale.TAIWAN)).contains("第 1234 列");
        assertThat(RosterMessages.of(duplicate, Locale.US)).contains("row 1234");
        assertThat(RosterMessages.of(duplicate, Locale.FRENCH)).contains("第 1234 列");
    }

    @Test
    void a_residence_permit_is_called_by_its_name() {
        assertThat(RosterMessages.of(RowErrorCode.NOT_ROC_NATIONAL, List.of("RESIDENCE_PERMIT_SERIAL"), Locale.TAIWAN))
                .contains("居留證");
    }
}
