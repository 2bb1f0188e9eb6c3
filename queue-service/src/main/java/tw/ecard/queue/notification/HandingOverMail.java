package tw.ecard.queue.notification;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import tw.ecard.queue.notification.MailConfig.Encryption;
import tw.ecard.queue.notification.NotDelivered.Fault;

/** Hands a mail to the mail server, over a connection of its own. A sender that is no address is noticed at the start. */
@Startup
@ApplicationScoped
class HandingOverMail {

    private static final Logger LOG = Logger.getLogger(HandingOverMail.class);

    private final MailConfig.Server server;
    private final InternetAddress from;
    private final ScheduledExecutorService timer;
    private final Clock clock;

    HandingOverMail(MailConfig config, ScheduledExecutorService timer, Clock clock) {
        this.server = config.server();
        this.from = sender(server.from());
        this.timer = timer;
        this.clock = clock;
    }

    /**
     * Returns when the mail server has taken the mail.
     *
     * @throws NotDelivered when it did not, or did not say so in time
     */
    void handOver(OutgoingMail mail) {
        OneTry oneTry = new OneTry();
        Future<?> end = timer.schedule(oneTry::end, server.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            send(mail, oneTry);
        } catch (MessagingException e) {
            throw oneTry.isOver() ? SmtpFailure.whenTheTimeWasUp(server.timeout(), e) : SmtpFailure.of(e);
        } catch (RuntimeException e) {
            // Whatever the client stumbles over, other mails may go.
            throw new NotDelivered(Fault.PUT_OFF, e);
        } finally {
            end.cancel(false);
        }
    }

    private void send(OutgoingMail mail, OneTry oneTry) throws MessagingException {
        Session session = Session.getInstance(settings(mail, oneTry));
        MimeMail message = new MimeMail(session, from, mail, clock.instant());
        Transport transport = session.getTransport("smtp");
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.username().orElse(null),
                    server.password().orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        } finally {
            close(transport);
        }
    }

    private Properties settings(OutgoingMail mail, OneTry oneTry) {
        Properties settings = new Properties();
        settings.put("mail.smtp.socketFactory", oneTry);
        settings.put("mail.smtp.socketFactory.fallback", "false");
        settings.put("mail.smtp.auth", Boolean.toString(server.username().isPresent()));
        Encryption encryption = server.encryption();
        settings.put("mail.smtp.ssl.enable", Boolean.toString(encryption == Encryption.TLS));
        settings.put("mail.smtp.starttls.enable", Boolean.toString(encryption == Encryption.STARTTLS_WHEN_OFFERED));
        settings.put("mail.smtp.starttls.required", Boolean.toString(encryption == Encryption.STARTTLS));
        // The mail is handed over by then.
        settings.put("mail.smtp.quitwait", "false");
        // Otherwise the client would cut such an address down to ASCII, which may be somebody else's.
        settings.put("mail.mime.allowutf8", Boolean.toString(!isAscii(mail.to())));
        return settings;
    }

    private static InternetAddress sender(String text) {
        try {
            InternetAddress sender = new InternetAddress(text, true);
            // The mail client would write a name beyond ASCII as it stands, cut down to something else.
            sender.setPersonal(sender.getPersonal(), StandardCharsets.UTF_8.name());
            return sender;
        } catch (AddressException | UnsupportedEncodingException e) {
            throw new IllegalStateException("ecard.mail.server.from is no address: " + text, e);
        }
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    /** The mail is taken, or is known not to be: nothing depends on the farewell. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the connection to the mail server was not closed in order", e);
        }
    }
}
