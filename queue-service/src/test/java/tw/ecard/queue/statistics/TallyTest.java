package tw.ecard.queue.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.history.Milestone;
import tw.ecard.queue.ticket.InstitutionKind;

class TallyTest {

    @Test
    void percentiles_are_numbers_of_days_that_some_case_took() {
        Tally tally = new Tally();
        IntStream.of(1, 2, 2, 3, 4, 5, 6, 7, 8, 30).forEach(days -> tally.took(days, days <= 6, 1));
        tally.count(Milestone.ISSUED, 10);

        Figures figures = tally.figures();

        assertThat(figures.medianWorkingDays()).isEqualTo(4);
        assertThat(figures.p90WorkingDays()).isEqualTo(8);
        assertThat(figures.inTimeShare()).isEqualByComparingTo("0.7");
    }

    @Test
    void a_single_case_is_its_own_median_and_none_has_none() {
        Tally one = new Tally();
        one.count(Milestone.APPROVED, 1);
        one.took(3, true, 1);
        assertThat(one.figures().medianWorkingDays()).isEqualTo(3);
        assertThat(one.figures().p90WorkingDays()).isEqualTo(3);
        assertThat(one.figures().inTimeShare()).isEqualByComparingTo(BigDecimal.ONE);

        Figures none = new Tally().figures();
        assertThat(none.medianWorkingDays()).isNull();
        assertThat(none.p90WorkingDays()).isNull();
        assertThat(none.inTimeShare()).isNull();
        assertThat(none.decided()).isZero();
    }

    @Test
    void decisions_of_unknown_length_count_but_not_in_the_share() {
        Tally tally = new Tally();
        tally.count(Milestone.REJECTED, 3);
        tally.took(2, true, 1);
        tally.took(9, false, 1);
        tally.tookUnknown(1);

        Figures figures = tally.figures();

        assertThat(figures.decided()).isEqualTo(3);
        assertThat(figures.uncounted()).isEqualTo(1);
        assertThat(figures.inTimeShare()).isEqualByComparingTo("0.5");
    }

    @Test
    void the_median_of_a_whole_is_counted_anew_and_not_made_of_those_of_its_parts() {
        LaneTallies tallies = new LaneTallies();
        YearMonth november = YearMonth.of(2026, 11);
        tallies.of(november, InstitutionKind.SCHOOL).took(1, true, 3);
        tallies.of(november.plusMonths(1), InstitutionKind.SCHOOL).took(9, true, 2);
        tallies.of(november, null).took(5, true, 1);

        assertThat(tallies.kinds().get(InstitutionKind.SCHOOL).figures().medianWorkingDays())
                .isEqualTo(1);
        assertThat(tallies.kinds()).containsOnlyKeys(InstitutionKind.SCHOOL, InstitutionKind.AGENCY, null);
        assertThat(tallies.kinds(november.plusMonths(1)))
                .containsOnlyKeys(InstitutionKind.SCHOOL, InstitutionKind.AGENCY);
    }
}
