package tw.ecard.queue.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.reason.Requirement;
import tw.ecard.queue.reason.ReturnReason;
import tw.ecard.queue.refusal.QueueRefusal;
import tw.ecard.queue.returns.CaseReturn.Reason;
import tw.ecard.queue.returns.CaseReturn.RowRemark;

class CaseReturnTest {

    private static final List<Reason> NO_REASONS = List.of();
    private static final List<RowRemark> NO_ROWS = List.of();

    @Test
    void reasons_say_what_is_required() {
        assertThat(demand(Lane.REVIEW, List.of(reason(ReturnReason.SEAL_MISSING)), NO_ROWS))
                .containsExactly(Requirement.PAPERS);
        assertThat(demand(Lane.ISSUANCE, List.of(reason(ReturnReason.READER_HOLDS_CARD)), NO_ROWS))
                .containsExactly(Requirement.ROSTER);
    }

    @Test
    void remarks_on_rows_require_a_roster() {
        assertThat(demand(Lane.ISSUANCE, NO_REASONS, List.of(new RowRemark(17, "出生日期有誤"))))
                .containsExactly(Requirement.ROSTER);
    }

    @Test
    void what_staff_say_is_required_too() {
        assertThat(demand(Lane.ISSUANCE, List.of(reason(ReturnReason.SEAL_MISSING)), NO_ROWS, Requirement.ROSTER))
                .containsExactly(Requirement.PAPERS, Requirement.ROSTER);
    }

    @Test
    void a_return_gives_a_reason() {
        assertThatThrownBy(() -> demand(Lane.ISSUANCE, NO_REASONS, NO_ROWS, Requirement.PAPERS))
                .isInstanceOf(QueueRefusal.ReturnWithoutReason.class);
    }

    @Test
    void review_has_no_roster_to_return() {
        List<Reason> reasons = List.of(reason(ReturnReason.SEAL_MISSING));
        assertThatThrownBy(() -> demand(Lane.REVIEW, reasons, NO_ROWS, Requirement.ROSTER))
                .isInstanceOf(QueueRefusal.NoRosterYet.class);
        assertThatThrownBy(() -> demand(Lane.REVIEW, reasons, List.of(new RowRemark(1, "缺"))))
                .isInstanceOf(QueueRefusal.NoRosterYet.class);
    }

    private static Reason reason(ReturnReason code) {
        return new Reason(code, null);
    }

    private static SortedSet<Requirement> demand(
            Lane lane, List<Reason> reasons, List<RowRemark> rows, Requirement... said) {
        return CaseReturn.demand(lane, new TreeSet<>(List.of(said)), reasons, rows);
    }
}
