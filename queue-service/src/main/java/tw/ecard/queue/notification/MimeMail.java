package tw.ecard.queue.notification;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.notification.ComposingMail.Composed;
import tw.ecard.queue.notification.OutgoingMail.Attachment;

/** A mail in the form of RFC 5322, which keeps its own Message-ID. */
final class MimeMail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    /** @throws AddressException when the recipient's address is none */
    MimeMail(Session session, InternetAddress from, OutgoingMail mail, Instant date) throws MessagingException {
        super(session);
        this.messageId = mail.messageId();
        setFrom(from);
        setRecipient(RecipientType.TO, recipient(mail.to()));
        setSubject(mail.content().subject(), UTF_8);
        setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(Taipei.at(date)));
        setHeader("References", mail.thread());
        setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart body = body(mail.content());
        setContent(mail.attachment() == null ? body : withAttachment(body, mail.attachment()));
        saveChanges();
    }

    private static InternetAddress recipient(String address) throws AddressException {
        InternetAddress[] addresses = InternetAddress.parse(address, true);
        if (addresses.length != 1 || addresses[0].isGroup()) {
            throw new AddressException("not one address");
        }
        addresses[0].validate();
        return addresses[0];
    }

    /** The last one is the one that a mail program prefers. */
    private static MimeMultipart body(Composed content) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(content.text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(content.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static MimeMultipart withAttachment(MimeMultipart body, Attachment attachment) throws MessagingException {
        MimeBodyPart letter = new MimeBodyPart();
        letter.setContent(body);
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.type())));
        file.setFileName(attachment.fileName());
        return new MimeMultipart("mixed", letter, file);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
