package tw.ecard.systemtests.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Call;

/** The desk of one member of staff. */
public final class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String url;
    private final Supplier<String> token;

    public Desk(String url, Supplier<String> token) {
        this.url = url;
        this.token = token;
    }

    /** Claims what is first in the lane; nothing when nothing waits. */
    public Optional<Case> claims(Lane lane) {
        Answer answer = claims(lane, UUID.randomUUID().toString());
        return answer.status() == 204 ? Optional.empty() : Optional.of(new Case(this, answer.expect(200)));
    }

    public Answer claims(Lane lane, String idempotencyKey) {
        return Call.post(url + "/v1/lanes/" + lane.path() + "/claims")
                .as(token.get())
                .idempotencyKey(idempotencyKey)
                .send();
    }

    /** The case of an answer to a claim. */
    public Case of(Answer claimed) {
        return new Case(this, claimed.expect(200));
    }

    /** Claims in the lane's order until it is this application's turn. */
    public Case takesUp(Application application, Lane lane) {
        return Await.until(
                        "the turn of " + application.receiptNumber() + " in " + lane,
                        PATIENCE,
                        () -> claims(lane),
                        claimed -> claimed.filter(found -> found.applicationId().equals(application.id()))
                                .isPresent())
                .orElseThrow();
    }

    /** Takes it up in the review lane, finds seal and signature in order, and approves. */
    public Application approves(Application application) {
        Case found = takesUp(application, Lane.REVIEW);
        found.checks(true, true).expect(200);
        found.approves().expect(200);
        return application.becomes("APPROVED");
    }

    /** Takes it up in the issuance lane and issues the cards. */
    public Answer issues(Application application) {
        Answer issued = takesUp(application, Lane.ISSUANCE).issues().expect(200);
        application.becomes("COMPLETED");
        return issued;
    }

    public JsonNode looksAt(String path) {
        return Call.get(url + path).as(token.get()).send().expect(200).json();
    }

    Answer looksAtTicket(String id) {
        return Call.get(url + "/v1/tickets/" + id).as(token.get()).send().expect(200);
    }

    Answer acts(String ticket, String action, String etag, Object body) {
        Call call = Call.post(url + "/v1/tickets/" + ticket + "/" + action)
                .as(token.get())
                .ifMatch(etag);
        return (body == null ? call : call.json(body)).send();
    }
}
