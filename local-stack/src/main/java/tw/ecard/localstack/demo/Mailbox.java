package tw.ecard.localstack.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tw.ecard.localstack.mail.Mail;
import tw.ecard.localstack.mail.MailFolder;
import tw.ecard.localstack.process.Waiting;

/** The contact's mailbox. A contact does the next thing when the mail about the last one has come. */
final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final MailFolder folder;
    private final String address;
    private final Consumer<String> show;
    private final Set<String> read = new HashSet<>();

    Mailbox(MailFolder folder, String address, Consumer<String> show) {
        this.folder = folder;
        this.address = address;
        this.show = show;
    }

    /** Waits for a mail that has not been read yet, and shows it. */
    void readNext() {
        if (!Waiting.until(PATIENCE, () -> unread().isPresent())) {
            throw new DemoFailed("No mail has come to " + address + " for " + PATIENCE.toSeconds() + " s");
        }
        Mail mail = unread().orElseThrow();
        read.add(mail.messageId());
        List<String> attachments = mail.attachments();
        show.accept("  ✉ " + address + ": " + mail.subject() + (attachments.isEmpty() ? "" : "  " + attachments));
        mail.text().lines().forEach(line -> show.accept("    | " + line));
    }

    int mailsRead() {
        return read.size();
    }

    /** A mail that came twice has one Message-ID, and is one. */
    private Optional<Mail> unread() {
        return folder.mails().stream()
                .filter(mail -> mail.to().contains(address) && !read.contains(mail.messageId()))
                .findFirst();
    }
}
