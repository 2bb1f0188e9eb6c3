package tw.ecard.benchmarks.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tw.ecard.benchmarks.stack.RosterEvents.Change;
import tw.ecard.localstack.TestTokens;
import tw.ecard.localstack.service.ServiceProcess;

/** Sends roster files to the running service, each for an application of its own, and times what becomes of them. */
public final class Imports implements AutoCloseable {

    private static final String SCHOOL = "999901";
    private static final String BOUNDARY = "benchmark-2f1c9a6e";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** No two applications of a school may be about the same document. */
    private static final AtomicInteger DOCUMENTS = new AtomicInteger();

    private final ServiceProcess service;
    private final Connection database;
    private final RosterEvents events;
    private final ProcessorTime processor;
    private final Clock clock = Clock.systemUTC();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Duration patience;

    /** The service did not do what it was asked to, or not in time, or has ended. */
    public static final class NoAnswer extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        NoAnswer(String message) {
            super(message);
        }
    }

    /** @param service running: its tables must be there */
    public Imports(ServiceProcess service, Infrastructure infrastructure) throws SQLException {
        this(service, infrastructure, PATIENCE);
    }

    /** @param patience how long an import may take */
    public Imports(ServiceProcess service, Infrastructure infrastructure, Duration patience) throws SQLException {
        this.service = service;
        this.patience = patience;
        this.database = infrastructure.connect();
        this.events = new RosterEvents(infrastructure.connect());
        this.processor = ProcessorTime.of(infrastructure.pidFile(service));
    }

    /** Uploads the file and waits until its roster is accepted or returned. */
    public Import run(Path file) throws IOException, InterruptedException, SQLException {
        UUID application = approvedApplication();
        upload(application, file);
        long end = System.nanoTime() + patience.toNanos();
        Change received = next(end);
        Duration before = processor.used();
        Change claimed = next(end);
        Change last = claimed;
        while (last.status().equals("VALIDATING")) {
            last = next(end);
        }
        return new Import(
                last.rosterId(),
                last.status(),
                Duration.ofNanos(claimed.nanos() - received.nanos()),
                Duration.ofNanos(last.nanos() - received.nanos()),
                processor.used().minus(before));
    }

    private Change next(long end) throws InterruptedException {
        while (service.isRunning() && System.nanoTime() < end) {
            Optional<Change> change = events.next(Duration.ofSeconds(1));
            if (change.isPresent()) {
                return change.get();
            }
        }
        throw new NoAnswer(service.isRunning() ? "the import takes longer than " + patience : "the service has ended");
    }

    /** Has the service take in an application, and the library agree to it. */
    public UUID approvedApplication() throws IOException, InterruptedException, SQLException {
        HttpResponse<String> answer = send(
                "/v1/applications",
                "application/json",
                BodyPublishers.ofString("""
                        {"institution": {"code": "%s", "name": "示範高級中學", "kind": "SCHOOL"},
                         "officialDocument": {"number": "示範圖字第115%06d號", "issuedOn": "2026-11-20",
                                              "speed": "NORMAL", "subject": "申請集體辦理數位借閱證"},
                         "contact": {"name": "王大明", "email": "library@example.edu.tw", "phone": "05-5512345"}}
                        """.formatted(SCHOOL, DOCUMENTS.incrementAndGet())),
                201);
        UUID id = UUID.fromString(
                new ObjectMapper().readTree(answer.body()).path("id").asText());
        // The library's decision, which would come from queue-service.
        try (PreparedStatement approve = database.prepareStatement(
                "UPDATE application SET status = 'APPROVED', version = version + 1 WHERE id = ?")) {
            approve.setObject(1, id);
            approve.executeUpdate();
        }
        return id;
    }

    private void upload(UUID application, Path file) throws IOException, InterruptedException {
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        send("/v1/applications/" + application + "/rosters", "multipart/form-data; boundary=" + BOUNDARY, body, 202);
    }

    private HttpResponse<String> send(String path, String contentType, BodyPublisher body, int expected)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", "Bearer " + TestTokens.institution(SCHOOL, clock.instant()))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", contentType)
                .timeout(patience)
                .POST(body)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new NoAnswer(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() throws SQLException {
        events.close();
        database.close();
    }
}
