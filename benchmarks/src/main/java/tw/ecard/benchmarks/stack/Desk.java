package tw.ecard.benchmarks.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import tw.ecard.localstack.TestTokens;
import tw.ecard.localstack.service.ServiceProcess;

/** A clerk who works with the running queue-service. */
public final class Desk {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ServiceClient service;

    Desk(ServiceProcess service) {
        Clock clock = Clock.systemUTC();
        this.service = new ServiceClient(service, () -> TestTokens.of("clerk", "librarian", clock.instant()), PATIENCE);
    }

    /** A case that was claimed. */
    public record Claimed(String ticket, String etag) {}

    /** Claims in the lane's order until it is this application's turn; its case must be in the lane already. */
    public Claimed takesUp(UUID application) throws IOException, InterruptedException {
        while (true) {
            HttpResponse<String> answer =
                    service.send("POST", "/v1/lanes/issuance/claims", "application/json", BodyPublishers.noBody(), 200);
            JsonNode found = new ObjectMapper().readTree(answer.body());
            if (found.path("applicationId").asText().equals(application.toString())) {
                return new Claimed(
                        found.path("id").asText(),
                        answer.headers().firstValue("ETag").orElseThrow());
            }
        }
    }

    public void issues(Claimed claimed) throws IOException, InterruptedException {
        service.act("/v1/tickets/" + claimed.ticket() + "/issuance", claimed.etag());
    }
}
