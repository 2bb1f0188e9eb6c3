package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.registration.roster.check.RosterProblem;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

class RosterRefusalTest {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @ParameterizedTest
    @EnumSource(Reason.class)
    void a_file_refused_at_once_is_spoken_of_in_both_languages(Reason reason) {
        String code = "roster-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        for (Locale language : new Locale[] {Locale.TRADITIONAL_CHINESE, Locale.ENGLISH}) {
            ResourceBundle texts = ResourceBundle.getBundle("problems", language, NO_FALLBACK);
            assertThat(texts.containsKey(code + ".title"))
                    .as("%s.title in %s", code, language)
                    .isTrue();
            assertThat(texts.containsKey(code + ".detail"))
                    .as("%s.detail in %s", code, language)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void a_file_that_turns_out_unreadable_later_has_the_same_reason(Reason reason) {
        assertThat(RosterProblem.Code.valueOf(reason.name())).isNotNull();
    }
}
