package tw.ecard.queue.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The worker: sends what is due, one mail after the other. Runs on every replica. */
@ApplicationScoped
class SendingMails {

    private static final Logger LOG = Logger.getLogger(SendingMails.class);
    private static final int MOST_DOUBLINGS = 20;

    private final MailQueue queue;
    private final DeliveringMail delivery;
    private final MailConfig config;
    private final Clock clock;
    private volatile boolean stopping;

    SendingMails(MailQueue queue, DeliveringMail delivery, MailConfig config, Clock clock) {
        this.queue = queue;
        this.delivery = delivery;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "{ecard.mail.poll-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendDueMails() {
        while (config.enabled() && !stopping && sendNext()) {
            LOG.trace("more mails may be due");
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private boolean sendNext() {
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
        } catch (RuntimeException e) {
            tryAgainOrGiveUp(due, MailFailure.describe(e));
        }
    }

    private void waitOrGiveUp(DueMail due) {
        if (isTooOld(due)) {
            queue.failed(due, "the application never reached the state that the mail speaks of");
        } else {
            queue.waitFor(due, config.waitForState());
        }
    }

    private void tryAgainOrGiveUp(DueMail due, String error) {
        if (isTooOld(due)) {
            LOG.errorf("mail %s is given up: %s", due.id(), error);
            queue.failed(due, error);
        } else {
            Duration pause = pauseAfter(due.attempts());
            LOG.warnf("mail %s is tried again in %s: %s", due.id(), pause, error);
            queue.tryAgain(due, pause, error);
        }
    }

    private boolean isTooOld(DueMail due) {
        return clock.instant().isAfter(due.createdAt().plus(config.giveUpAfter()));
    }

    private Duration pauseAfter(int failures) {
        Duration doubled = config.firstRetry().multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return doubled.compareTo(config.longestRetry()) < 0 ? doubled : config.longestRetry();
    }
}
