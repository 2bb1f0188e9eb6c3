package tw.ecard.registration.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.registration.lane.Lane;

class ApplicationTest {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final UUID ROSTER = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID CORRECTED_ROSTER = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private final Application application = new Application(
            UUID.randomUUID(),
            ReceiptNumber.of(115, 1),
            new Institution("999901", "示範高級中學", InstitutionKind.SCHOOL),
            new OfficialDocument("示範圖字第1150001234號", LocalDate.of(2026, 11, 20), Speed.NORMAL, null),
            "示範圖字第1150001234號",
            null,
            NOW);

    @Test
    void an_approved_application_takes_a_roster_and_is_queued_with_it() {
        approved();

        application.startValidating(NOW);
        boolean complete = application.acceptRoster(ROSTER, 3, NOW);

        assertThat(complete).isTrue();
        assertThat(application.status()).isEqualTo(ApplicationStatus.QUEUED);
        assertThat(application.acceptedRoster()).isEqualTo(ROSTER);
    }

    @Test
    void a_roster_before_the_library_agreed_is_refused() {
        application.submitDocuments(NOW);

        assertThatThrownBy(() -> application.startValidating(NOW)).isInstanceOf(ApplicationRefusal.NotApproved.class);
        assertThat(application.status()).isEqualTo(ApplicationStatus.UNDER_REVIEW);
    }

    @Test
    void one_roster_is_accepted_an_application() {
        queued();

        assertThatThrownBy(() -> application.startValidating(NOW))
                .isInstanceOf(ApplicationRefusal.RosterAlreadyAccepted.class);
    }

    @Test
    void a_roster_that_is_being_checked_keeps_another_out() {
        approved();
        application.startValidating(NOW);

        assertThatThrownBy(() -> application.startValidating(NOW))
                .isInstanceOf(ApplicationRefusal.RosterInValidation.class);
    }

    @Test
    void papers_that_are_corrected_put_a_returned_case_back_a_round_further() {
        application.submitDocuments(NOW);
        application.returnByStaff(Lane.REVIEW, Set.of(Requirement.PAPERS), NOW);
        application.requireDocumentsOpen();

        assertThat(application.correctPapers(Set.of())).isTrue();
        assertThat(application.goBackToLane(NOW)).isEqualTo(Lane.REVIEW);

        assertThat(application.status()).isEqualTo(ApplicationStatus.UNDER_REVIEW);
        assertThat(application.round()).isEqualTo(2);
        assertThat(application.returnedLane()).isNull();
    }

    @Test
    void papers_cannot_be_sent_in_while_only_a_roster_is_asked_for() {
        queued();
        application.returnByStaff(Lane.ISSUANCE, Set.of(Requirement.ROSTER), NOW);

        assertThatThrownBy(() -> application.correctPapers(Set.of()))
                .isInstanceOf(ApplicationRefusal.RosterRequired.class);
        assertThatThrownBy(application::requireDocumentsOpen).isInstanceOf(ApplicationRefusal.StepOutOfOrder.class);
    }

    @Test
    void papers_cannot_be_sent_in_while_one_is_missing() {
        application.submitDocuments(NOW);
        application.returnByStaff(Lane.REVIEW, Set.of(Requirement.PAPERS), NOW);

        assertThatThrownBy(() -> application.correctPapers(Set.of(AttachmentKind.CONSENT_DECLARATION)))
                .isInstanceOf(ApplicationRefusal.DocumentsMissing.class);
    }

    @Test
    void a_corrected_roster_takes_the_place_of_the_old_one() {
        queued();
        application.returnByStaff(Lane.ISSUANCE, Set.of(Requirement.ROSTER), NOW);

        application.startValidating(NOW);
        application.returnRoster(NOW);
        application.startValidating(NOW);

        assertThat(application.acceptRoster(CORRECTED_ROSTER, 4, NOW)).isTrue();
        assertThat(application.goBackToLane(NOW)).isEqualTo(Lane.ISSUANCE);
        assertThat(application.status()).isEqualTo(ApplicationStatus.QUEUED);
        assertThat(application.acceptedRoster()).isEqualTo(CORRECTED_ROSTER);
        assertThat(application.round()).isEqualTo(2);
    }

    @Test
    void where_both_are_asked_for_the_roster_alone_is_not_enough() {
        queued();
        application.returnByStaff(Lane.ISSUANCE, Set.of(Requirement.PAPERS, Requirement.ROSTER), NOW);

        application.startValidating(NOW);
        boolean complete = application.acceptRoster(CORRECTED_ROSTER, 4, NOW);

        assertThat(complete).isFalse();
        assertThat(application.status()).isEqualTo(ApplicationStatus.RETURNED);
        assertThat(application.awaits()).containsExactly(Requirement.PAPERS);
        assertThat(application.correctPapers(Set.of())).isTrue();
        application.goBackToLane(NOW);
        assertThat(application.status()).isEqualTo(ApplicationStatus.QUEUED);
    }

    @Test
    void where_both_are_asked_for_the_papers_alone_are_not_enough() {
        queued();
        application.returnByStaff(Lane.ISSUANCE, Set.of(Requirement.PAPERS, Requirement.ROSTER), NOW);

        assertThat(application.correctPapers(Set.of())).isFalse();
        assertThat(application.status()).isEqualTo(ApplicationStatus.RETURNED);
        application.startValidating(NOW);

        assertThat(application.acceptRoster(CORRECTED_ROSTER, 4, NOW)).isTrue();
        application.goBackToLane(NOW);
        assertThat(application.status()).isEqualTo(ApplicationStatus.QUEUED);
    }

    @Test
    void a_completed_application_cannot_be_withdrawn() {
        queued();
        application.complete(NOW);

        assertThatThrownBy(() -> application.withdraw(NOW)).isInstanceOf(ApplicationRefusal.StepOutOfOrder.class);
        assertThat(application.status()).isEqualTo(ApplicationStatus.COMPLETED);
    }

    @Test
    void a_new_contact_signs_a_new_declaration_until_the_library_agreed() {
        application.nameContact();
        assertThat(application.contactSignsDeclaration()).isTrue();

        approved();
        application.nameContact();
        assertThat(application.contactSignsDeclaration()).isFalse();
        assertThat(application.contactVersion()).isEqualTo(3);
    }

    @Test
    void the_contact_cannot_change_while_the_declaration_is_under_review() {
        application.submitDocuments(NOW);

        assertThatThrownBy(application::nameContact).isInstanceOf(ApplicationRefusal.StepOutOfOrder.class);
    }

    /** What is final stays final, whatever comes. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void nothing_leads_out_of_a_final_state(Step step) {
        assertThat(Arrays.asList(ApplicationStatus.COMPLETED, ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN))
                .allSatisfy(last -> assertThat(Lifecycle.after(last, step)).isEmpty());
    }

    private void approved() {
        application.submitDocuments(NOW);
        application.approve(NOW);
    }

    private void queued() {
        approved();
        application.startValidating(NOW);
        application.acceptRoster(ROSTER, 3, NOW);
    }
}
