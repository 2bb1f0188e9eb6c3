package tw.ecard.localstack.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A mail as its reader sees it.
 *
 * @param text the plain-text body, empty when there is none
 * @param html the HTML body, empty when there is none
 * @param attachments names of the attached files
 */
public record Mail(
        String from,
        List<String> to,
        String subject,
        String messageId,
        String text,
        String html,
        List<String> attachments) {

    static Mail read(InputStream eml) throws MessagingException, IOException {
        MimeMessage message = new MimeMessage(null, eml);
        Bodies bodies = new Bodies();
        bodies.collect(message);
        return new Mail(
                message.getFrom() == null ? "" : message.getFrom()[0].toString(),
                Arrays.stream(message.getAllRecipients()).map(Object::toString).toList(),
                message.getSubject(),
                message.getMessageID(),
                bodies.text,
                bodies.html,
                List.copyOf(bodies.attachments));
    }

    private static final class Bodies {
        private final List<String> attachments = new ArrayList<>();
        private String text = "";
        private String html = "";

        private void collect(Part part) throws MessagingException, IOException {
            if (part.getFileName() != null) {
                attachments.add(part.getFileName());
            } else if (part.isMimeType("text/plain")) {
                text = (String) part.getContent();
            } else if (part.isMimeType("text/html")) {
                html = (String) part.getContent();
            } else if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    collect(inner);
                }
            }
        }
    }
}
