package tw.ecard.queue.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hands a mail to the mail server. All mails go over one event loop: called on any other thread, the client begins to
 * listen some time after the connection is there, and a greeting that came before is lost. It would then wait for that
 * greeting, and the server for it, until the time is up.
 */
@ApplicationScoped
class HandingOverMail {

    private final ReactiveMailer mailer;
    private final Context eventLoop;
    private final Duration timeout;

    HandingOverMail(
            ReactiveMailer mailer, Vertx vertx, @ConfigProperty(name = "quarkus.mailer.timeout") Duration timeout) {
        this.mailer = mailer;
        this.eventLoop = VertxContext.getRootContext(vertx.getOrCreateContext());
        this.timeout = timeout;
    }

    /** Returns when the mail server has taken the mail. */
    void handOver(Mail mail) {
        mailer.send(mail)
                .runSubscriptionOn(sending -> eventLoop.runOnContext(none -> sending.run()))
                .await()
                .atMost(timeout);
    }
}
