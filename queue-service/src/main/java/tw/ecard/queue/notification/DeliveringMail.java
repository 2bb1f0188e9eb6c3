package tw.ecard.queue.notification;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks who reads the mail and whether it still is to be read, and hands it to the mail server. */
@ApplicationScoped
class DeliveringMail {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TEMPLATE_FILE = "reader-data.xlsx";

    private final RegistrationService registration;
    private final WritingLetters letters;
    private final StillDelayed stillDelayed;
    private final Engine templates;
    private final Mailer mailer;
    private final MailConfig config;

    DeliveringMail(
            @RestClient RegistrationService registration,
            WritingLetters letters,
            StillDelayed stillDelayed,
            Engine templates,
            Mailer mailer,
            MailConfig config) {
        this.registration = registration;
        this.letters = letters;
        this.stillDelayed = stillDelayed;
        this.templates = templates;
        this.mailer = mailer;
        this.config = config;
    }

    /** Sends the mail if its time has come; gives what became of it. */
    MailPolicy.Verdict deliver(DueMail due) {
        if (!stillDelayed.holds(due.mail())) {
            return MailPolicy.Verdict.CANCEL;
        }
        NotificationContext context = registration.notificationContext(
                due.mail().applicationId(), due.mail().readerVersion().orElse(null));
        MailPolicy.Verdict verdict = MailPolicy.verdict(due.mail(), context.situation());
        if (verdict == MailPolicy.Verdict.SEND) {
            mailer.send(compose(due, context));
        }
        return verdict;
    }

    private Mail compose(DueMail due, NotificationContext context) {
        MailKind kind = due.mail().kind();
        Letter letter = letters.write(due.mail(), false, context);
        Mail mail = new Mail()
                .addTo(context.contact().email())
                .setSubject("【" + config.libraryName() + "】" + kind.subject() + "（收文號 " + letter.receiptNumber() + "）")
                .setText(render(kind, "txt", letter))
                .setHtml(render(kind, "html", letter))
                .addHeader("Message-ID", due.messageId(config.messageIdDomain()))
                .addHeader("Auto-Submitted", "auto-generated");
        if (kind == MailKind.APPROVED) {
            mail.addAttachment(TEMPLATE_FILE, registration.rosterTemplate("xlsx"), XLSX);
        }
        return mail;
    }

    private String render(MailKind kind, String form, Letter letter) {
        return templates
                .getTemplate("mail/" + kind.templateName() + "." + form)
                .data("letter", letter)
                .render();
    }
}
