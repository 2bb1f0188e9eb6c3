package tw.ecard.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tw.ecard.localstack.TestTokens;
import tw.ecard.localstack.service.ServiceProcess;

/** A school that talks to the running registration-service. */
public final class School {

    private static final String CODE = "999901";
    private static final String BOUNDARY = "benchmark-2f1c9a6e";
    private static final byte[] PAPER = "%PDF-1.4\n% a paper\n".getBytes(StandardCharsets.US_ASCII);

    /** No two applications of a school may be about the same document. */
    private static final AtomicInteger DOCUMENTS = new AtomicInteger();

    private final ServiceClient service;

    School(ServiceProcess service, Duration patience) {
        Clock clock = Clock.systemUTC();
        this.service = new ServiceClient(service, () -> TestTokens.institution(CODE, clock.instant()), patience);
    }

    public UUID applies() throws IOException, InterruptedException {
        String answer = service.send(
                        "POST",
                        "/v1/applications",
                        "application/json",
                        BodyPublishers.ofString("""
                        {"institution": {"code": "%s", "name": "示範高級中學", "kind": "SCHOOL"},
                         "officialDocument": {"number": "示範圖字第115%06d號", "issuedOn": "2026-11-20",
                                              "speed": "NORMAL", "subject": "申請集體辦理數位借閱證"},
                         "contact": {"name": "王大明", "email": "library@example.edu.tw", "phone": "05-5512345"}}
                        """.formatted(CODE, DOCUMENTS.incrementAndGet())),
                        201)
                .body();
        return UUID.fromString(new ObjectMapper().readTree(answer).path("id").asText());
    }

    /** Hands in a paper that was not there before, {@code application-form} or {@code consent-declaration}. */
    public void handsIn(UUID application, String kind) throws IOException, InterruptedException {
        sendFile(
                "PUT",
                "/v1/applications/" + application + "/attachments/" + kind,
                kind + ".pdf",
                BodyPublishers.ofByteArray(PAPER),
                201);
    }

    void uploads(UUID application, Path file) throws IOException, InterruptedException {
        sendFile(
                "POST",
                "/v1/applications/" + application + "/rosters",
                file.getFileName().toString(),
                BodyPublishers.ofFile(file),
                202);
    }

    /** The page of cards behind this row. */
    public JsonNode cardsAfter(UUID application, String cursor) throws IOException, InterruptedException {
        return service.get("/v1/applications/" + application + "/cards?format=json&limit=1&cursor=" + cursor);
    }

    private void sendFile(String method, String path, String name, BodyPublisher content, int expected)
            throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                content,
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        service.send(method, path, "multipart/form-data; boundary=" + BOUNDARY, body, expected);
    }
}
