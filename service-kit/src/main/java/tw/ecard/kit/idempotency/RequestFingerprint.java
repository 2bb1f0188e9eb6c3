package tw.ecard.kit.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** A hash that is equal when two requests say the same; a file counts by its content. */
@ApplicationScoped
class RequestFingerprint {

    private static final String FRAMEWORK = "jakarta.ws.rs.";

    private final ObjectMapper json;

    RequestFingerprint(ObjectMapper json) {
        this.json = json;
    }

    String of(Object[] parameters) throws IOException {
        MessageDigest digest = sha256();
        for (Object parameter : parameters) {
            if (parameter instanceof FileUpload file) {
                add(digest, file);
            } else if (saysSomething(parameter)) {
                digest.update(json.writeValueAsBytes(parameter));
            }
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, FileUpload file) throws IOException {
        try (InputStream content = Files.newInputStream(file.uploadedFile());
                DigestInputStream hashed = new DigestInputStream(content, digest)) {
            hashed.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private static boolean saysSomething(Object parameter) {
        if (parameter == null) {
            return false;
        }
        for (Class<?> type : parameter.getClass().getInterfaces()) {
            if (type.getName().startsWith(FRAMEWORK)) {
                return false;
            }
        }
        return true;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
