package tw.ecard.localstack.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.localstack.process.Ports;

class MailServerIT {

    @TempDir
    Path directory;

    @Test
    void a_mail_is_in_the_folder_when_it_has_been_acknowledged() throws MessagingException {
        int port = Ports.free();
        try (MailServer server = MailServer.start(directory, port)) {
            send(port, "核准通知");
            assertThat(server.folder().mails())
                    .containsExactly(new Mail(
                            "library@library.example",
                            List.of("anybody@example.edu.tw"),
                            "核准通知",
                            server.folder().mails().get(0).messageId(),
                            "您好",
                            "<p>您好</p>",
                            List.of("template.xlsx")));
        }
    }

    @Test
    void mails_are_numbered_on_after_a_restart() throws MessagingException {
        int port = Ports.free();
        MailServer.start(directory, port).close();
        for (String subject : List.of("first", "second")) {
            try (MailServer server = MailServer.start(directory, port)) {
                send(server.port(), subject);
            }
        }
        assertThat(MailFolder.in(directory).files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("00001.eml", "00002.eml");
        assertThat(MailFolder.in(directory).mails()).extracting(Mail::subject).containsExactly("first", "second");
    }

    private static void send(int port, String subject) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", Ports.LOOPBACK);
        settings.put("mail.smtp.port", Integer.toString(port));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("library@library.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("anybody@example.edu.tw"));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        MimeBodyPart text = new MimeBodyPart();
        text.setText("您好", StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>您好</p>", StandardCharsets.UTF_8.name(), "html");
        MimeBodyPart file = new MimeBodyPart();
        file.setText("rows");
        file.setFileName("template.xlsx");
        MimeBodyPart bodies = new MimeBodyPart();
        bodies.setContent(new MimeMultipart("alternative", text, html));
        message.setContent(new MimeMultipart(bodies, file));
        Transport.send(message);
    }
}
