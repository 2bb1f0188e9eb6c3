package tw.ecard.queue.notification;

import io.quarkus.mailer.Mail;
import jakarta.enterprise.context.ApplicationScoped;
import tw.ecard.queue.notification.ComposingMail.Composed;
import tw.ecard.queue.notification.MailPolicy.Verdict;
import tw.ecard.queue.notification.NotDelivered.Fault;

/** Asks who reads the mail and whether it still is to be read, and hands it to the mail server. */
@ApplicationScoped
class DeliveringMail {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEMPLATE_FILE = "reader-data.xlsx";

    private final AskingRegistration registration;
    private final WritingLetters letters;
    private final StillDelayed stillDelayed;
    private final ComposingMail composing;
    private final HandingOverMail mailServer;
    private final MailConfig config;

    DeliveringMail(
            AskingRegistration registration,
            WritingLetters letters,
            StillDelayed stillDelayed,
            ComposingMail composing,
            HandingOverMail mailServer,
            MailConfig config) {
        this.registration = registration;
        this.letters = letters;
        this.stillDelayed = stillDelayed;
        this.composing = composing;
        this.mailServer = mailServer;
        this.config = config;
    }

    /**
     * Sends the mail if its time has come; gives what became of it. Not in a transaction: nobody waits for a mail server
     * while a row is locked.
     *
     * @throws NotDelivered when it did not go out
     */
    Verdict deliver(DueMail due) {
        if (!stillDelayed.holds(due.mail())) {
            return Verdict.CANCEL;
        }
        NotificationContext context = registration.context(due.mail());
        Verdict verdict = MailPolicy.verdict(due.mail(), context.situation());
        if (verdict == Verdict.SEND) {
            send(written(due, context), context.contact().email());
        }
        return verdict;
    }

    private Mail written(DueMail due, NotificationContext context) {
        try {
            return write(due, context);
        } catch (NotDelivered e) {
            throw e;
        } catch (RuntimeException e) {
            throw new NotDelivered(Fault.PUT_OFF, e);
        }
    }

    private Mail write(DueMail due, NotificationContext context) {
        MailKind kind = due.mail().kind();
        Composed composed = composing.compose(kind, letters.write(due.mail(), due.copy() > 0, context));
        Mail mail = new Mail()
                .addTo(context.contact().email())
                .setSubject(composed.subject())
                .setText(composed.text())
                .setHtml(composed.html())
                .addHeader("Message-ID", due.messageId(config.messageIdDomain()))
                .addHeader("References", due.thread(config.messageIdDomain()))
                .addHeader("Auto-Submitted", "auto-generated");
        if (kind == MailKind.APPROVED) {
            mail.addAttachment(TEMPLATE_FILE, registration.rosterTemplate(), XLSX);
        }
        return mail;
    }

    private void send(Mail mail, String recipient) {
        try {
            mailServer.handOver(mail);
        } catch (RuntimeException e) {
            throw SmtpFailure.of(e, recipient);
        }
    }
}
