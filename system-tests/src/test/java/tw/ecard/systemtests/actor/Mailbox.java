package tw.ecard.systemtests.actor;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tw.ecard.localstack.mail.MailFolder;
import tw.ecard.systemtests.stack.Await;

/** Every contact's mail, as the mail server delivered it. */
public final class Mailbox {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final MailFolder folder;
    private final Map<Path, Letter> read = new ConcurrentHashMap<>();

    public Mailbox(MailFolder folder) {
        this.folder = folder;
    }

    /**
     * A mail that arrived.
     *
     * @param attachments by file name
     */
    public record Letter(
            List<String> to,
            String subject,
            String messageId,
            String text,
            String html,
            Map<String, byte[]> attachments) {

        @Override
        public String toString() {
            return subject + " " + messageId;
        }
    }

    /** The mails to the address whose subject has the words, once there is one. */
    public List<Letter> await(String address, String words) {
        return Await.until(
                "mail „" + words + "“ to " + address,
                PATIENCE,
                () -> about(address, words),
                letters -> !letters.isEmpty());
    }

    public List<Letter> about(String address, String words) {
        return to(address).stream()
                .filter(letter -> letter.subject().contains(words))
                .toList();
    }

    /** What arrived for the address, in the order of arrival. */
    public List<Letter> to(String address) {
        return everything().stream()
                .filter(letter -> letter.to().contains(address))
                .toList();
    }

    public List<Letter> everything() {
        return folder.files().stream()
                .map(file -> read.computeIfAbsent(file, Mailbox::read))
                .toList();
    }

    private static Letter read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(null, in);
            Parts parts = new Parts();
            parts.collect(message);
            return new Letter(
                    Arrays.stream(message.getAllRecipients())
                            .map(Object::toString)
                            .toList(),
                    message.getSubject(),
                    message.getMessageID(),
                    parts.text,
                    parts.html,
                    parts.attachments);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("no readable mail: " + file, e);
        }
    }

    private static final class Parts {

        private final Map<String, byte[]> attachments = new LinkedHashMap<>();
        private String text = "";
        private String html = "";

        private void collect(Part part) throws MessagingException, IOException {
            if (part.getFileName() != null) {
                attachments.put(part.getFileName(), part.getInputStream().readAllBytes());
            } else if (part.isMimeType("text/plain")) {
                text = part.getContent().toString();
            } else if (part.isMimeType("text/html")) {
                html = part.getContent().toString();
            } else if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    BodyPart inner = several.getBodyPart(i);
                    collect(inner);
                }
            }
        }
    }
}
