package tw.ecard.queue.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The thread that sends mails, one on every replica: woken by the commit of a mail, looking by itself for what has become
 * due meanwhile or was left by other replicas.
 */
@Startup
@ApplicationScoped
class MailWorker {

    private static final Logger LOG = Logger.getLogger(MailWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SendingMails sending;
    private final MailConfig config;
    private final Semaphore wakeUp = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    MailWorker(SendingMails sending, MailConfig config) {
        this.sending = sending;
        this.config = config;
        this.thread = new Thread(this::run, "mail-worker");
    }

    @PostConstruct
    void start() {
        if (config.enabled()) {
            thread.start();
        }
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailIsDue mail) {
        wakeUp.release();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeUp.release();
        thread.join(PATIENCE.toMillis());
    }

    private void run() {
        try {
            while (!stopping) {
                sendDueMails();
                wakeUp.tryAcquire(config.pollInterval().toMillis(), TimeUnit.MILLISECONDS);
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            LOG.debug("the mail worker was interrupted and ends");
        }
    }

    private void sendDueMails() {
        try {
            while (!stopping && sending.sendNext()) {
                LOG.trace("more mails may be due");
            }
        } catch (Throwable e) {
            // Whatever it was, this thread is needed for the next mail.
            LOG.warnf(e, "mails could not be sent, trying again in %s", config.pollInterval());
        }
    }
}
