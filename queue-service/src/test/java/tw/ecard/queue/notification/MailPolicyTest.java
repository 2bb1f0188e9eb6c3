package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.queue.notification.MailPolicy.Verdict;
import tw.ecard.queue.notification.Situation.Status;

class MailPolicyTest {

    private static final UUID ROSTER = UUID.randomUUID();
    private static final int VERSION = 2;

    /** A letter a state, in the order of the states: S sent, W waits, C cancelled; in the round of the mail. */
    private static final String STATES = """
            DOCUMENTS_MISSING UNDER_REVIEW APPROVED ROSTER_VALIDATING ROSTER_RETURNED QUEUED COMPLETED RETURNED REJECTED \
            WITHDRAWN""";

    @ParameterizedTest
    @CsvSource({
        "RECEIVED,                S S S S S S C S C C",
        "APPROVED,                W W S S S C C C C C",
        "REJECTED,                W W C C C C C C S C",
        "ROSTER_RETURNED,         C C C C S C C C C C",
        "QUEUED,                  C C C C C S C C C C",
        "RETURNED,                C W C C C W C S C C",
        "COMPLETED,               W W W W W W S W W C",
        "CONTACT_CHANGED_FORMER,  S S S S S S S S S C",
        "CONTACT_CHANGED_PRESENT, S S S S S S S S S C",
    })
    void a_mail_is_sent_while_what_it_says_holds(MailKind kind, String expected) {
        assertThat(verdicts(kind)).isEqualTo(expected);
    }

    @Test
    void the_table_covers_every_state() {
        assertThat(STATES.split(" "))
                .containsExactly(Arrays.stream(Status.values()).map(Enum::name).toArray(String[]::new));
    }

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void nothing_is_told_about_a_withdrawn_application(MailKind kind) {
        assertThat(verdict(kind, now(Status.WITHDRAWN, 1))).isEqualTo(Verdict.CANCEL);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void a_return_of_an_earlier_round_was_corrected_already(Status status) {
        assertThat(verdict(MailKind.RETURNED, now(status, 2))).isEqualTo(Verdict.CANCEL);
    }

    @Test
    void a_case_that_was_returned_and_corrected_stands_in_the_lane_as_the_mail_says() {
        assertThat(verdict(MailKind.QUEUED, now(Status.QUEUED, 2))).isEqualTo(Verdict.SEND);
    }

    @Test
    void of_two_returned_rosters_only_the_last_is_told() {
        assertThat(verdict(MailKind.ROSTER_RETURNED, returned(ROSTER))).isEqualTo(Verdict.SEND);
        assertThat(verdict(MailKind.ROSTER_RETURNED, returned(UUID.randomUUID())))
                .isEqualTo(Verdict.CANCEL);
        assertThat(verdict(MailKind.ROSTER_RETURNED, returned(null))).isEqualTo(Verdict.SEND);
    }

    @Test
    void who_is_the_contact_again_is_not_told_that_mails_end() {
        Situation again = new Situation(Status.APPROVED, 1, 3, true, null);
        assertThat(verdict(MailKind.CONTACT_CHANGED_FORMER, again)).isEqualTo(Verdict.CANCEL);
    }

    @Test
    void who_was_replaced_before_the_mail_went_is_not_told_to_be_the_contact() {
        Situation replaced = new Situation(Status.APPROVED, 1, VERSION + 1, false, null);
        assertThat(verdict(MailKind.CONTACT_CHANGED_PRESENT, replaced)).isEqualTo(Verdict.CANCEL);
        assertThat(verdict(MailKind.CONTACT_CHANGED_FORMER, replaced)).isEqualTo(Verdict.SEND);
    }

    private static String verdicts(MailKind kind) {
        Map<Verdict, String> letters = Map.of(Verdict.SEND, "S", Verdict.WAIT, "W", Verdict.CANCEL, "C");
        return Arrays.stream(Status.values())
                .map(status -> letters.get(verdict(kind, now(status, 1))))
                .collect(Collectors.joining(" "));
    }

    private static Verdict verdict(MailKind kind, Situation now) {
        PlannedMail mail = PlannedMail.about(kind, UUID.randomUUID(), "1150000001", "999901", 1)
                .onRoster(ROSTER, 20, 3)
                .onContact(VERSION);
        return MailPolicy.verdict(mail, now);
    }

    private static Situation now(Status status, int round) {
        return new Situation(status, round, VERSION, false, ROSTER);
    }

    private static Situation returned(UUID roster) {
        return new Situation(Status.ROSTER_RETURNED, 1, VERSION, false, roster);
    }
}
