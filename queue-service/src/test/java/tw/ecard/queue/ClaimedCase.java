package tw.ecard.queue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** A case in a clerk's hands. */
public final class ClaimedCase {

    private final World world;
    private final String clerk;
    private final JsonNode ticket;
    private String etag;

    ClaimedCase(World world, String clerk, ExtractableResponse<Response> answer) {
        this.world = world;
        this.clerk = clerk;
        this.ticket = answer.as(JsonNode.class);
        this.etag = answer.header("ETag");
    }

    public String id() {
        return ticket.path("id").asText();
    }

    public long number() {
        return ticket.path("number").asLong();
    }

    public JsonNode ticket() {
        return ticket;
    }

    public String etag() {
        return etag;
    }

    /** The same case, as another clerk looks it up. */
    public ClaimedCase lookedUpBy(String other) {
        return new ClaimedCase(
                world,
                other,
                world.clerk(other)
                        .get("/v1/tickets/" + id())
                        .then()
                        .statusCode(200)
                        .extract());
    }

    /** Does something with the case, naming the revision that was seen. */
    public ValidatableResponse act(String action) {
        return act(action, "{}");
    }

    public ValidatableResponse act(String action, String body) {
        ValidatableResponse answer = world.clerk(clerk)
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/tickets/" + id() + "/" + action)
                .then();
        String newTag = answer.extract().header("ETag");
        etag = newTag == null ? etag : newTag;
        return answer;
    }

    public ClaimedCase checked() {
        act("checks", "{\"seal\": true, \"signature\": true}").statusCode(200);
        return this;
    }
}
