package tw.ecard.queue.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import tw.ecard.queue.notification.NotDelivered.Fault;

/** Reads what the mail client throws: which command the server answered, and how. */
final class SmtpFailure {

    /** Replies to these concern this mail; those before, to greeting, login and sender, concern every mail. */
    private static final Set<String> ABOUT_THE_MAIL = Set.of("RCPT", "DATA", ".");

    /** Our login is missing or wrong (RFC 4954), or the server is about to close (RFC 5321, 421). */
    private static final Set<Integer> ABOUT_THE_SERVER = Set.of(421, 530, 534, 535, 538);

    private static final int PUT_OFF = 4;
    private static final int REFUSED = 5;
    private static final int CODES_A_CLASS = 100;

    private SmtpFailure() {}

    static NotDelivered of(MessagingException failure) {
        return new NotDelivered(fault(failure), failure);
    }

    /** Unless the server had answered by then, the client knows only that its connection was closed. */
    static NotDelivered whenTheTimeWasUp(Duration time, MessagingException failure) {
        if (reply(failure).isPresent()) {
            return of(failure);
        }
        MessagingException silence = new MessagingException("not done within " + time.toSeconds() + " s");
        silence.addSuppressed(failure);
        return new NotDelivered(Fault.NO_WAY, silence);
    }

    private static Fault fault(MessagingException failure) {
        if (failure instanceof AddressException) {
            return Fault.REFUSED;
        }
        return reply(failure).map(Reply::fault).orElse(Fault.NO_WAY);
    }

    private static Optional<Reply> reply(MessagingException failure) {
        return Stream.<Exception>iterate(failure, e -> e != null, SmtpFailure::next)
                .map(Reply::in)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Exception next(Exception failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : null;
    }

    /** @param code −1 when the connection broke instead */
    private record Reply(String command, int code) {

        static Optional<Reply> in(Exception failure) {
            if (failure instanceof SMTPAddressFailedException recipient) {
                return Optional.of(new Reply(recipient.getCommand(), recipient.getReturnCode()));
            }
            if (failure instanceof SMTPSendFailedException mail) {
                return Optional.of(new Reply(mail.getCommand(), mail.getReturnCode()));
            }
            return Optional.empty();
        }

        Fault fault() {
            if (ABOUT_THE_SERVER.contains(code) || !ABOUT_THE_MAIL.contains(command.split("[ :]", 2)[0])) {
                return Fault.NO_WAY;
            }
            return switch (code / CODES_A_CLASS) {
                case PUT_OFF -> Fault.PUT_OFF;
                case REFUSED -> Fault.REFUSED;
                default -> Fault.NO_WAY;
            };
        }
    }
}
