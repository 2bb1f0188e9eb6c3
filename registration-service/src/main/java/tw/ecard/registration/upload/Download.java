package tw.ecard.registration.upload;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A file as an answer: to be saved under its own name, never to be shown as something else, kept by no cache. */
public final class Download {

    private final ResponseBuilder answer;

    private Download(ResponseBuilder answer) {
        this.answer = answer;
    }

    /** A download; the content is whatever the framework can write, such as a stream. */
    public static Download of(String fileName, String mediaType, Object content) {
        return new Download(Response.ok(content, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(fileName))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store"));
    }

    /** Tells the receiver how many bytes come, so that it notices a broken end. */
    public Download size(long bytes) {
        answer.header(HttpHeaders.CONTENT_LENGTH, bytes);
        return this;
    }

    public Response build() {
        return answer.build();
    }

    /** RFC 6266: a plain ASCII name for old clients, the true one in UTF-8 (RFC 8187). */
    private static String disposition(String fileName) {
        String ascii = fileName.replaceAll("[^\\x20-\\x7E]", "_").replaceAll("[\"\\\\%]", "_");
        String utf8 = URLEncoder.encode(fileName, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + utf8;
    }
}
