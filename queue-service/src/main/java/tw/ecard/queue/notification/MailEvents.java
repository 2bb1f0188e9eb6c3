package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.outbox.Outbox;
import tw.ecard.queue.ticket.CaseEvents;

/** Tells the other service what became of a mail, in the running transaction: its kind, never its reader. */
@ApplicationScoped
class MailEvents {

    private final Outbox outbox;

    MailEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void sent(PlannedMail mail) {
        tell("tw.ecard.notification.sent.v1", mail);
    }

    void failed(PlannedMail mail) {
        tell("tw.ecard.notification.failed.v1", mail);
    }

    private void tell(String type, PlannedMail mail) {
        Told data =
                new Told(mail.applicationId(), mail.receiptNumber(), mail.institutionCode(), mail.round(), mail.kind());
        outbox.append(new NewEvent(CaseEvents.TOPIC, mail.applicationId().toString(), type, data));
    }

    private record Told(UUID applicationId, String receiptNumber, String institutionCode, int round, MailKind kind) {}
}
