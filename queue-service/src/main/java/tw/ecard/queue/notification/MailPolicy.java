package tw.ecard.queue.notification;

import tw.ecard.queue.notification.NotificationContext.Status;

/**
 * Whether a mail may go out, by what the application is when it is about to.
 *
 * <p>Facts (received, approved, rejected, queued, completed) stay true and are told unless the application was withdrawn.
 * Calls to act are told only while there is something to do. A decision is told once registration-service has taken it:
 * before that, whoever acted on the mail would be refused.
 */
final class MailPolicy {

    /** What to do with a mail. */
    enum Verdict {
        SEND,
        /** Not yet: the application has not reached the state that the mail speaks of. */
        WAIT,
        /** Never: the application has left that state. */
        CANCEL
    }

    private MailPolicy() {}

    /** @param round the round that the mail speaks of */
    static Verdict verdict(MailKind kind, int round, NotificationContext now) {
        if (now.status() == Status.WITHDRAWN) {
            return Verdict.CANCEL;
        }
        return switch (kind) {
            case RECEIVED, QUEUED, COMPLETED -> Verdict.SEND;
            case APPROVED, REJECTED -> isBeforeDecision(now) ? Verdict.WAIT : Verdict.SEND;
            case RETURNED -> returned(round, now);
            case DELAYED -> delayed(round, now);
            case ROSTER_RETURNED -> now.status() == Status.ROSTER_RETURNED ? Verdict.SEND : Verdict.CANCEL;
        };
    }

    private static boolean isBeforeDecision(NotificationContext now) {
        return now.status() == Status.DOCUMENTS_MISSING || now.status() == Status.UNDER_REVIEW;
    }

    /** A delay is told of a case that stands in a lane, in the round in which it was late. */
    private static Verdict delayed(int round, NotificationContext now) {
        boolean stands = now.status() == Status.UNDER_REVIEW || now.status() == Status.QUEUED;
        return stands && now.round() == round ? Verdict.SEND : Verdict.CANCEL;
    }

    /** Each correction raises the round; a corrected roster under validation has left the state within its round. */
    private static Verdict returned(int round, NotificationContext now) {
        if (now.round() != round) {
            return Verdict.CANCEL;
        }
        return switch (now.status()) {
            case RETURNED -> Verdict.SEND;
            case UNDER_REVIEW, QUEUED -> Verdict.WAIT;
            default -> Verdict.CANCEL;
        };
    }
}
