package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.queue.notification.MailPolicy.Verdict;
import tw.ecard.queue.notification.NotificationContext.Status;

class MailPolicyTest {

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void nothing_is_told_about_a_withdrawn_application(MailKind kind) {
        assertThat(MailPolicy.verdict(kind, 1, now(Status.WITHDRAWN, 1))).isEqualTo(Verdict.CANCEL);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = "WITHDRAWN", mode = EnumSource.Mode.EXCLUDE)
    void facts_stay_true_whatever_came_later(Status status) {
        assertThat(MailPolicy.verdict(MailKind.RECEIVED, 1, now(status, 2))).isEqualTo(Verdict.SEND);
        assertThat(MailPolicy.verdict(MailKind.QUEUED, 1, now(status, 2))).isEqualTo(Verdict.SEND);
        assertThat(MailPolicy.verdict(MailKind.COMPLETED, 1, now(status, 2))).isEqualTo(Verdict.SEND);
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, UNDER_REVIEW, WAIT",
        "APPROVED, APPROVED, SEND",
        "APPROVED, ROSTER_RETURNED, SEND",
        "APPROVED, RETURNED, SEND",
        "APPROVED, COMPLETED, SEND",
        "REJECTED, UNDER_REVIEW, WAIT",
        "REJECTED, REJECTED, SEND",
        "RETURNED, UNDER_REVIEW, WAIT",
        "RETURNED, QUEUED, WAIT",
        "RETURNED, RETURNED, SEND",
        "RETURNED, ROSTER_VALIDATING, CANCEL",
        "RETURNED, COMPLETED, CANCEL",
        "ROSTER_RETURNED, ROSTER_RETURNED, SEND",
        "ROSTER_RETURNED, ROSTER_VALIDATING, CANCEL",
        "ROSTER_RETURNED, QUEUED, CANCEL",
    })
    void a_decision_waits_to_be_taken_and_a_call_to_act_ends_with_its_state(
            MailKind kind, Status status, Verdict verdict) {
        assertThat(MailPolicy.verdict(kind, 1, now(status, 1))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = "WITHDRAWN", mode = EnumSource.Mode.EXCLUDE)
    void a_return_of_an_earlier_round_was_corrected_already(Status status) {
        assertThat(MailPolicy.verdict(MailKind.RETURNED, 1, now(status, 2))).isEqualTo(Verdict.CANCEL);
    }

    private static NotificationContext now(Status status, int round) {
        return new NotificationContext(
                UUID.randomUUID(),
                "1150000001",
                status,
                round,
                new NotificationContext.Institution("999901", "示範高級中學"),
                "示範圖字第1150001234號",
                new NotificationContext.Contact("王大明", "library@example.edu.tw"),
                1);
    }
}
