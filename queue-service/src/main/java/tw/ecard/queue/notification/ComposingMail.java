package tw.ecard.queue.notification;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts a letter into words, as text and as HTML that say the same. */
@ApplicationScoped
class ComposingMail {

    private static final String EXAMPLE = "【範例】";

    private final Engine templates;

    ComposingMail(Engine templates) {
        this.templates = templates;
    }

    /** A mail as its reader sees it. */
    record Composed(String subject, String text, String html) {}

    Composed compose(MailKind kind, Letter letter) {
        return new Composed(subject(kind, letter), render(kind, "txt", letter), render(kind, "html", letter));
    }

    private static String subject(MailKind kind, Letter letter) {
        return (letter.example() ? EXAMPLE : "") + "【" + letter.libraryName() + "】" + kind.subject() + "（收文號 "
                + letter.receiptNumber() + "）";
    }

    private String render(MailKind kind, String form, Letter letter) {
        return templates
                .getTemplate("mail/" + kind.templateName() + "." + form)
                .data("letter", letter)
                .render();
    }
}
