package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import tw.ecard.queue.notification.MailPolicy.Verdict;
import tw.ecard.queue.notification.NotDelivered.Fault;
import tw.ecard.queue.notification.OutgoingMail.Attachment;

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
            mailServer.handOver(written(due, context));
        }
        return verdict;
    }

    private OutgoingMail written(DueMail due, NotificationContext context) {
        try {
            return write(due, context);
        } catch (NotDelivered e) {
            throw e;
        } catch (RuntimeException e) {
            throw new NotDelivered(Fault.PUT_OFF, e);
        }
    }

    private OutgoingMail write(DueMail due, NotificationContext context) {
        MailKind kind = due.mail().kind();
        return new OutgoingMail(
                context.contact().email(),
                composing.compose(kind, letters.write(due.mail(), due.copy() > 0, context)),
                due.messageId(config.messageIdDomain()),
                due.thread(config.messageIdDomain()),
                kind == MailKind.APPROVED ? new Attachment(TEMPLATE_FILE, XLSX, registration.rosterTemplate()) : null);
    }
}
