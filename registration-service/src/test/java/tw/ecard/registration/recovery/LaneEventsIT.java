package tw.ecard.registration.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static tw.ecard.registration.Tokens.as;
import static tw.ecard.registration.Tokens.asSchool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class LaneEventsIT {

    @Inject
    SomeApplications some;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    @Test
    void the_events_of_the_applications_behind_the_tickets_come_in_ticket_order_page_by_page() {
        long before = lastDrawn();
        List<UUID> applications = Stream.generate(some::submitted).limit(5).toList();

        List<UUID> found = new ArrayList<>();
        Long after = before;
        int pages = 0;
        while (after != null) {
            JsonNode page = page(after, 2);
            page.path("items")
                    .forEach(item ->
                            found.add(UUID.fromString(item.path("applicationId").asText())));
            JsonNode next = page.path("nextAfterTicket");
            after = next.isNull() ? null : next.asLong();
            pages++;
        }

        assertThat(found).containsExactlyElementsOf(applications);
        assertThat(pages).isEqualTo(3);
        as("service")
                .get("/v1/lanes/review/events?afterTicket={n}&limit=2", before)
                .then()
                .header("Link", containsString("afterTicket=" + (before + 2)))
                .body("lastDrawn", equalTo((int) before + 5));
    }

    @Test
    void every_event_of_an_application_is_there_as_it_was_recorded_sent_or_not() throws IOException {
        long before = lastDrawn();
        UUID id = some.submitted();
        asSchool().post("/v1/applications/{id}/withdrawal", id).then().statusCode(200);
        List<JsonNode> recorded = new ArrayList<>();
        for (String body : sql.list(
                row -> row.getString(1), "SELECT body FROM outbox WHERE subject = ? ORDER BY id", id.toString())) {
            recorded.add(json.readTree(body));
        }

        JsonNode item = page(before, 1).path("items").get(0);

        assertThat(item.path("events")).containsExactlyElementsOf(recorded);
        assertThat(item.path("events").findValuesAsText("type"))
                .containsExactly(
                        "tw.ecard.application.received.v1",
                        "tw.ecard.application.submitted.v1",
                        "tw.ecard.application.withdrawn.v1");
    }

    @Test
    void a_case_is_live_until_it_is_over() {
        long before = lastDrawn();
        UUID id = some.submitted();
        assertThat(page(before, 1).path("items").get(0).path("live").asBoolean())
                .isTrue();

        asSchool().post("/v1/applications/{id}/withdrawal", id).then().statusCode(200);

        assertThat(page(before, 1).path("items").get(0).path("live").asBoolean())
                .isFalse();
    }

    @Test
    void after_the_last_ticket_there_is_nothing() {
        as("service")
                .get("/v1/lanes/issuance/events?afterTicket=999999999")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"institution", "librarian", "administrator", "observer"})
    void only_the_other_service_may_ask(String role) {
        as(role).get("/v1/lanes/review/events").then().statusCode(403);
    }

    @Test
    void what_cannot_be_asked_for_is_refused() {
        as("service").get("/v1/lanes/none/events").then().statusCode(404);
        as("service").get("/v1/lanes/review/events?afterTicket=-1").then().statusCode(400);
        as("service").get("/v1/lanes/review/events?limit=201").then().statusCode(400);
    }

    private long lastDrawn() {
        return page(Integer.MAX_VALUE, 1).path("lastDrawn").asLong();
    }

    private JsonNode page(long after, int limit) {
        return as("service")
                .get("/v1/lanes/review/events?afterTicket={n}&limit={limit}", after, limit)
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class);
    }
}
