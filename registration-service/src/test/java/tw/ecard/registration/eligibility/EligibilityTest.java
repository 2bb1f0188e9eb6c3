package tw.ecard.registration.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.registration.eligibility.EligibilityPolicy.Name;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;

class EligibilityTest {

    private static final LocalDate LETTER = LocalDate.of(2020, 8, 10);

    @Test
    void foreigners_are_refused_from_the_day_of_the_letter_on() {
        assertThat(Eligibility.on(LETTER.minusDays(1)).refuses(Ineligibility.NOT_ROC_NATIONAL))
                .isFalse();
        assertThat(Eligibility.on(LETTER).refuses(Ineligibility.NOT_ROC_NATIONAL))
                .isTrue();
    }

    @Test
    void a_policy_that_ends_refuses_nobody_from_the_next_day_on() {
        LocalDate last = LocalDate.of(2026, 12, 31);
        List<EligibilityPolicy> policies = List.of(new EligibilityPolicy(
                Name.ROC_NATIONALS_ONLY, LETTER, last, Set.of(Ineligibility.NOT_ROC_NATIONAL), "a test"));

        assertThat(Eligibility.of(policies, last).refuses(Ineligibility.NOT_ROC_NATIONAL))
                .isTrue();
        assertThat(Eligibility.of(policies, last.plusDays(1)).refuses(Ineligibility.NOT_ROC_NATIONAL))
                .isFalse();
    }

    @Test
    void every_reason_to_refuse_somebody_has_its_policy_and_every_policy_its_entry() {
        Set<Ineligibility> reasons = EnumSet.noneOf(Ineligibility.class);
        EligibilityPolicy.ALL.forEach(policy -> reasons.addAll(policy.refuses()));

        assertThat(reasons).containsExactly(Ineligibility.values());
        assertThat(EligibilityPolicy.ALL).extracting(EligibilityPolicy::name).containsExactly(Name.values());
    }

    /** The index of known people refuses on every day; see {@link EligibilityPolicy#ALL}. */
    @Test
    void what_the_database_keeps_has_no_end() {
        assertThat(EligibilityPolicy.ALL)
                .filteredOn(policy -> EnumSet.of(Name.NOT_YET_A_CARD_HOLDER, Name.ONE_ROSTER_AT_A_TIME)
                        .contains(policy.name()))
                .hasSize(2)
                .allMatch(policy -> policy.until() == null);
    }

    @ParameterizedTest
    @EnumSource(Ineligibility.class)
    void a_reason_is_a_row_error_of_the_same_name(Ineligibility reason) {
        assertThat(RowErrorCode.valueOf(reason.name()).severity()).isEqualTo(Severity.ERROR);
    }

    @ParameterizedTest
    @EnumSource(Name.class)
    void every_policy_says_what_it_is_and_what_to_do_in_both_languages(Name name) {
        for (Locale locale : Arrays.asList(Locale.TAIWAN, Locale.ENGLISH)) {
            assertThat(EligibilityTexts.message(name, locale)).isNotBlank();
            assertThat(EligibilityTexts.advice(name, locale)).isNotBlank();
        }
        assertThat(EligibilityTexts.message(name, Locale.ENGLISH))
                .isNotEqualTo(EligibilityTexts.message(name, Locale.TAIWAN));
    }
}
