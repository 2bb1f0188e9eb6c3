package tw.ecard.queue.notification;

import java.util.Set;
import tw.ecard.queue.notification.Situation.Status;

/**
 * Whether a mail may go out, by what the application is when it is about to.
 *
 * <p>A mail is sent while what it says holds: never for a state that was left again, and never before
 * registration-service has reached the state, since whoever acted on the mail would be refused. About a withdrawn
 * application nothing is said. The whole table stands in ADR 16 and in the test.
 */
final class MailPolicy {

    private static final Set<Status> DECIDED_LATER = Set.of(Status.DOCUMENTS_MISSING, Status.UNDER_REVIEW);
    private static final Set<Status> ROSTER_IN_THE_MAKING =
            Set.of(Status.APPROVED, Status.ROSTER_VALIDATING, Status.ROSTER_RETURNED);

    /** What to do with a mail. */
    enum Verdict {
        SEND,
        /** Not yet: the application has not reached the state that the mail speaks of. */
        WAIT,
        /** Never: the application has left that state. */
        CANCEL
    }

    private MailPolicy() {}

    static Verdict verdict(PlannedMail mail, Situation now) {
        if (now.status() == Status.WITHDRAWN) {
            return Verdict.CANCEL;
        }
        return switch (mail.kind()) {
            case RECEIVED -> received(now);
            case APPROVED -> decided(now, ROSTER_IN_THE_MAKING);
            case REJECTED -> decided(now, Set.of(Status.REJECTED));
            case RETURNED -> returned(mail.round(), now);
            case ROSTER_RETURNED -> rosterReturned(mail, now);
            case QUEUED -> now.status() == Status.QUEUED ? Verdict.SEND : Verdict.CANCEL;
            case COMPLETED -> now.status() == Status.COMPLETED ? Verdict.SEND : Verdict.WAIT;
            case CONTACT_CHANGED_FORMER -> now.toldIsPresent() ? Verdict.CANCEL : Verdict.SEND;
            case CONTACT_CHANGED_PRESENT -> named(mail, now);
            case DELAYED -> delayed(mail.round(), now);
        };
    }

    /** A receipt is of use until the application is over. */
    private static Verdict received(Situation now) {
        return switch (now.status()) {
            case REJECTED, COMPLETED -> Verdict.CANCEL;
            default -> Verdict.SEND;
        };
    }

    private static Verdict decided(Situation now, Set<Status> whileItHolds) {
        if (DECIDED_LATER.contains(now.status())) {
            return Verdict.WAIT;
        }
        return whileItHolds.contains(now.status()) ? Verdict.SEND : Verdict.CANCEL;
    }

    /** A delay is told of a case that stands in a lane, in the round in which it was late. */
    private static Verdict delayed(int round, Situation now) {
        boolean stands = now.status() == Status.UNDER_REVIEW || now.status() == Status.QUEUED;
        return stands && now.round() == round ? Verdict.SEND : Verdict.CANCEL;
    }

    /** Each correction raises the round; a corrected roster under validation has left the state within its round. */
    private static Verdict returned(int round, Situation now) {
        if (now.round() != round) {
            return Verdict.CANCEL;
        }
        return switch (now.status()) {
            case RETURNED -> Verdict.SEND;
            case UNDER_REVIEW, QUEUED -> Verdict.WAIT;
            default -> Verdict.CANCEL;
        };
    }

    /** With another file returned since, that one is to be corrected and its own mail tells so. */
    private static Verdict rosterReturned(PlannedMail mail, Situation now) {
        boolean another =
                now.returnedRosterId() != null && !now.returnedRosterId().equals(mail.rosterId());
        return now.status() == Status.ROSTER_RETURNED && !another ? Verdict.SEND : Verdict.CANCEL;
    }

    /** Who was replaced again meanwhile is no contact. */
    private static Verdict named(PlannedMail mail, Situation now) {
        boolean replaced = now.contactVersion() != null && !now.contactVersion().equals(mail.contactVersion());
        return replaced ? Verdict.CANCEL : Verdict.SEND;
    }
}
