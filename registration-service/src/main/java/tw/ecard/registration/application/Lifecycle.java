package tw.ecard.registration.application;

import static tw.ecard.registration.application.ApplicationStatus.APPROVED;
import static tw.ecard.registration.application.ApplicationStatus.COMPLETED;
import static tw.ecard.registration.application.ApplicationStatus.DOCUMENTS_MISSING;
import static tw.ecard.registration.application.ApplicationStatus.QUEUED;
import static tw.ecard.registration.application.ApplicationStatus.REJECTED;
import static tw.ecard.registration.application.ApplicationStatus.RETURNED;
import static tw.ecard.registration.application.ApplicationStatus.ROSTER_RETURNED;
import static tw.ecard.registration.application.ApplicationStatus.ROSTER_VALIDATING;
import static tw.ecard.registration.application.ApplicationStatus.UNDER_REVIEW;
import static tw.ecard.registration.application.ApplicationStatus.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one table of lawful transitions. */
public final class Lifecycle {

    /** One row of the table. */
    public record Transition(Set<ApplicationStatus> from, Step step, ApplicationStatus to) {}

    /** Every lawful transition; what is not here is refused. */
    public static final List<Transition> TRANSITIONS = List.of(
            transition(Step.SUBMIT_DOCUMENTS, UNDER_REVIEW, DOCUMENTS_MISSING),
            transition(Step.APPROVE, APPROVED, UNDER_REVIEW),
            transition(Step.RETURN_FROM_REVIEW, RETURNED, UNDER_REVIEW),
            transition(Step.REJECT, REJECTED, UNDER_REVIEW),
            transition(Step.UPLOAD_ROSTER, ROSTER_VALIDATING, APPROVED, ROSTER_RETURNED, RETURNED),
            transition(Step.RETURN_ROSTER, ROSTER_RETURNED, ROSTER_VALIDATING),
            transition(Step.CANCEL_ROSTER, ROSTER_RETURNED, ROSTER_VALIDATING),
            transition(Step.ACCEPT_ROSTER, QUEUED, ROSTER_VALIDATING),
            transition(Step.ACCEPT_ROSTER_BEFORE_PAPERS, RETURNED, ROSTER_VALIDATING),
            transition(Step.RETURN_FROM_ISSUANCE, RETURNED, QUEUED),
            transition(Step.RETURN_TO_REVIEW, UNDER_REVIEW, RETURNED),
            transition(Step.RETURN_TO_ISSUANCE, QUEUED, RETURNED),
            transition(Step.COMPLETE, COMPLETED, QUEUED),
            transition(
                    Step.WITHDRAW,
                    WITHDRAWN,
                    DOCUMENTS_MISSING,
                    UNDER_REVIEW,
                    APPROVED,
                    ROSTER_VALIDATING,
                    ROSTER_RETURNED,
                    QUEUED,
                    RETURNED));

    private Lifecycle() {}

    /** The state that the step leads to, or nothing where it is not lawful. */
    public static Optional<ApplicationStatus> after(ApplicationStatus from, Step step) {
        return TRANSITIONS.stream()
                .filter(transition ->
                        transition.step() == step && transition.from().contains(from))
                .map(Transition::to)
                .findFirst();
    }

    private static Transition transition(
            Step step, ApplicationStatus to, ApplicationStatus first, ApplicationStatus... others) {
        return new Transition(Set.copyOf(EnumSet.of(first, others)), step, to);
    }
}
