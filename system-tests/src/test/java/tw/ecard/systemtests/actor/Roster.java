package tw.ecard.systemtests.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Call;

/** A roster that was taken in. */
public final class Roster {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Institution institution;
    private final String id;

    Roster(Institution institution, Answer taken) {
        this.institution = institution;
        this.id = taken.json().path("id").asText();
    }

    public String id() {
        return id;
    }

    public String url() {
        return institution.url() + "/v1/rosters/" + id;
    }

    public JsonNode now() {
        return Call.get(url()).as(institution.token()).send().expect(200).json();
    }

    /** Waits until the validation has begun to read rows, or is over. */
    public Roster isBeingRead() {
        Await.until(
                "roster " + id + " to be read",
                PATIENCE,
                this::now,
                now -> now.path("rowsRead").asLong() > 0 || isOver(now));
        return this;
    }

    /** Waits until the validation is over; it has to have ended like this. */
    public JsonNode becomes(String status) {
        JsonNode over = Await.until("roster " + id + " to be over", PATIENCE, this::now, Roster::isOver);
        if (!over.path("status").asText().equals(status)) {
            throw new AssertionError("roster is not " + status + " but " + over + "\n" + errors());
        }
        return over;
    }

    /** Everything that is said about rows. */
    public List<JsonNode> errors() {
        return Pages.all(url() + "/errors?limit=200", institution.token());
    }

    private static boolean isOver(JsonNode now) {
        return List.of("ACCEPTED", "RETURNED", "CANCELLED", "SUPERSEDED")
                .contains(now.path("status").asText());
    }
}
