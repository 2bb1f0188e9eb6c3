package tw.ecard.queue.notification;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import org.jboss.logging.Logger;
import tw.ecard.kit.wake.WakeUp;

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
    private final WakeUp wakeUp = new WakeUp(1);
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
        wakeUp.call();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        wakeUp.call();
        thread.join(PATIENCE.toMillis());
    }

    private void run() {
        try {
            while (!stopping) {
                sendDueMails();
                wakeUp.await(config.pollInterval());
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
