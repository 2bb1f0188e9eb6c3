package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.queue.Await;
import tw.ecard.queue.World;

/** Takes mails that arrived apart. */
final class ReadMail {

    private ReadMail() {}

    /** The one mail to the address, once it is there. */
    static MimeMessage only(World world, String address) {
        Await.until(() -> assertThat(world.mails(address)).hasSize(1));
        return world.mails(address).get(0);
    }

    static String text(MimeMessage mail) throws MessagingException, IOException {
        return part(mail, "text/plain").getContent().toString();
    }

    static String html(MimeMessage mail) throws MessagingException, IOException {
        return part(mail, "text/html").getContent().toString();
    }

    static Part part(MimeMessage mail, String type) throws MessagingException, IOException {
        return parts(mail).stream().filter(part -> is(part, type)).findFirst().orElseThrow();
    }

    static List<Part> parts(Part whole) throws MessagingException, IOException {
        if (!(whole.getContent() instanceof Multipart multipart)) {
            return List.of(whole);
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            parts.addAll(parts(part));
        }
        return parts;
    }

    private static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
