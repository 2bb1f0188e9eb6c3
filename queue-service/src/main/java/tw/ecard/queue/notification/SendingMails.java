package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Sends what is due, one mail after the other, outside of any transaction. */
@ApplicationScoped
class SendingMails {

    private static final Logger LOG = Logger.getLogger(SendingMails.class);

    private final MailQueue queue;
    private final DeliveringMail delivery;
    private final MailConfig config;
    private final Clock clock;
    private final Backoff pauses;

    SendingMails(MailQueue queue, DeliveringMail delivery, MailConfig config, Clock clock) {
        this.queue = queue;
        this.delivery = delivery;
        this.config = config;
        this.clock = clock;
        this.pauses = new Backoff(config.firstRetry(), config.longestRetry());
    }

    /** Tries the mail that is due longest; gives false when there is none, or none that would get through. */
    @ActivateRequestContext
    boolean sendNext() {
        Optional<DueMail> due = queue.take(config.lease());
        due.ifPresent(this::send);
        return due.isPresent();
    }

    private void send(DueMail due) {
        try {
            switch (delivery.deliver(due)) {
                case SEND -> queue.sent(due);
                case CANCEL -> queue.cancelled(due);
                case WAIT -> waitOrGiveUp(due);
            }
        } catch (NotDelivered e) {
            afterFailure(due, e);
        }
    }

    private void waitOrGiveUp(DueMail due) {
        if (isTooOld(due)) {
            queue.failed(due, "the application never reached the state that the mail speaks of");
        } else {
            queue.waitFor(due, config.waitForState());
        }
    }

    private void afterFailure(DueMail due, NotDelivered failure) {
        switch (failure.fault()) {
            case REFUSED -> giveUp(due, failure.reason());
            case PUT_OFF -> tryAgainOrGiveUp(due, failure.reason());
            case NO_WAY -> {
                if (isTooOld(due)) {
                    queue.givenUp(due, failure.reason());
                } else {
                    queue.noWay(due, failure.reason());
                }
            }
        }
    }

    private void tryAgainOrGiveUp(DueMail due, String reason) {
        if (isTooOld(due)) {
            giveUp(due, reason);
        } else {
            Duration pause = pauses.after(due.deferrals() + 1, ThreadLocalRandom.current());
            LOG.warnf("mail %s is tried again in %s: %s", due.id(), pause, reason);
            queue.putOff(due, pause, reason);
        }
    }

    private void giveUp(DueMail due, String reason) {
        LOG.errorf("mail %s is given up: %s", due.id(), reason);
        queue.failed(due, reason);
    }

    private boolean isTooOld(DueMail due) {
        return clock.instant().isAfter(due.triedSince().plus(config.giveUpAfter()));
    }
}
