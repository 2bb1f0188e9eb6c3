package tw.ecard.queue.notification;

import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import java.util.List;
import java.util.Set;
import tw.ecard.queue.notification.NotDelivered.Fault;

/**
 * Reads what the mail client throws. It wraps the server's reply ({@link SMTPException}) or the trouble with the
 * connection in whatever the caller waited with; which command was answered stands in the reply's words only
 * ({@code MailTroubleIT} notices when a new version words them otherwise).
 */
final class SmtpFailure {

    /** Replies to RCPT and DATA concern this mail; those before, to greeting, login and sender, concern every mail. */
    private static final List<String> ABOUT_THE_MAIL =
            List.of("recipient address not accepted", "DATA command not accepted", "sending data failed");

    /** Our login is missing or wrong (RFC 4954), or the server is about to close (RFC 5321, 421). */
    private static final Set<Integer> ABOUT_THE_SERVER = Set.of(421, 530, 534, 535, 538);

    private SmtpFailure() {}

    static NotDelivered of(RuntimeException failure, String recipient) {
        return new NotDelivered(fault(failure, recipient), failure);
    }

    private static Fault fault(RuntimeException failure, String recipient) {
        SMTPException reply = reply(failure);
        if (reply == null) {
            return isAddress(recipient) ? Fault.NO_WAY : Fault.REFUSED;
        }
        if (ABOUT_THE_SERVER.contains(reply.getReplyCode()) || !isAboutTheMail(reply)) {
            return Fault.NO_WAY;
        }
        return reply.isPermanent() ? Fault.REFUSED : Fault.PUT_OFF;
    }

    private static SMTPException reply(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SMTPException)) {
            cause = cause.getCause();
        }
        return (SMTPException) cause;
    }

    private static boolean isAboutTheMail(SMTPException reply) {
        return ABOUT_THE_MAIL.stream().anyMatch(reply.getMessage()::startsWith);
    }

    /** Whether the mail client can write to it at all. */
    private static boolean isAddress(String text) {
        try {
            return !new EmailAddress(text).getEmail().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
