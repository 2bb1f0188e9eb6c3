package tw.ecard.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import tw.ecard.localstack.service.ServiceProcess;

/** Calls a running service as one who has a token. */
final class ServiceClient {

    private final ServiceProcess service;
    private final Supplier<String> token;
    private final Duration patience;
    private final HttpClient http = HttpClient.newHttpClient();

    ServiceClient(ServiceProcess service, Supplier<String> token, Duration patience) {
        this.service = service;
        this.token = token;
        this.patience = patience;
    }

    /** Sends the body; an answer of another status is a failure. */
    HttpResponse<String> send(String method, String path, String contentType, BodyPublisher body, int expected)
            throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", contentType).method(method, body), path, expected);
    }

    /** Posts nothing, on the condition that the thing is at this revision. */
    void act(String path, String etag) throws IOException, InterruptedException {
        send(request(path).header("If-Match", etag).POST(HttpRequest.BodyPublishers.noBody()), path, 200);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(send(request(path), path, 200).body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(service.url() + path))
                .header("Authorization", "Bearer " + token.get())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .timeout(patience);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new NoAnswer(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }
}
