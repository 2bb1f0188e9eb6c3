package tw.ecard.systemtests.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One HTTP call, put together and sent. */
public final class Call {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "ecard-system-tests-7d1b93c2";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String method;
    private final URI address;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private BodyPublisher body = BodyPublishers.noBody();

    private Call(String method, String address) {
        this.method = method;
        this.address = URI.create(address);
    }

    public static Call get(String address) {
        return new Call("GET", address);
    }

    public static Call post(String address) {
        return new Call("POST", address);
    }

    public static Call put(String address) {
        return new Call("PUT", address);
    }

    public static Call of(String method, String address) {
        return new Call(method, address);
    }

    public Call as(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Call idempotencyKey(String key) {
        return header("Idempotency-Key", key);
    }

    public Call ifMatch(String etag) {
        return etag == null ? this : header("If-Match", etag);
    }

    public Call json(Object value) {
        try {
            return content("application/json", JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public Call content(String type, byte[] bytes) {
        body = BodyPublishers.ofByteArray(bytes);
        return header("Content-Type", type);
    }

    public Call form(Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach(
                (name, value) -> pairs.add(name + "=" + java.net.URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return content(
                "application/x-www-form-urlencoded", String.join("&", pairs).getBytes(StandardCharsets.US_ASCII));
    }

    /** A multipart body with the one part {@code file}. */
    public Call file(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(partHead(name));
        bytes.writeBytes(content);
        bytes.writeBytes(partEnd());
        return content("multipart/form-data; boundary=" + BOUNDARY, bytes.toByteArray());
    }

    /** The same, streamed from the disk. */
    public Call file(Path file) {
        try {
            body = BodyPublishers.concat(
                    BodyPublishers.ofByteArray(partHead(file.getFileName().toString())),
                    BodyPublishers.ofFile(file),
                    BodyPublishers.ofByteArray(partEnd()));
            return header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it; redirects are not followed. */
    public Answer send() {
        try {
            return trySend();
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + address, e);
        }
    }

    /** Sends it to a server that may be killed meanwhile. */
    public Answer trySend() throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).method(method, body);
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(method + " " + address, response.statusCode(), response.headers(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling", e);
        }
    }

    private static byte[] partHead(String name) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] partEnd() {
        return ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
