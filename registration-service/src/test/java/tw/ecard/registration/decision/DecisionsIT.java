package tw.ecard.registration.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static tw.ecard.registration.Tokens.asSchool;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.inbox.Inbox;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.application.AcceptingRoster;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.ApplicationStatus;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class DecisionsIT {

    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");
    private static final String TOPIC = "ecard.decisions.v1";

    @Inject
    SomeApplications some;

    @Inject
    ApplicationRepository applications;

    @Inject
    AcceptingRoster accepting;

    @Inject
    Inbox inbox;

    @Inject
    EventCodec codec;

    @Inject
    ObjectMapper json;

    @Test
    void an_approval_lets_the_institution_go_on() {
        UUID id = underReview();

        tell(id, 1, "case.admitted", "{\"lane\": \"REVIEW\", \"targetOn\": \"2026-12-01\", \"dueOn\": \"2026-12-01\"}");
        tell(id, 2, "application.approved", "{\"lane\": \"REVIEW\", \"reasons\": []}");

        asSchool()
                .get("/v1/applications/{id}", id)
                .then()
                .body("status", equalTo("APPROVED"))
                .body("queue.state", equalTo("DONE"))
                .body("queue.dueOn", equalTo("2026-12-01"));
    }

    @Test
    void a_decision_that_comes_twice_counts_once() {
        UUID id = underReview();
        NewEvent approval = event(id, "application.approved", "{\"lane\": \"REVIEW\", \"reasons\": []}");
        String body = codec.encode(approval, UUID.randomUUID(), 1, AT);

        inbox.receive(codec.decode(TOPIC, bytes(body)), body);
        inbox.receive(codec.decode(TOPIC, bytes(body)), body);

        assertThat(some.find(id).status()).isEqualTo(ApplicationStatus.APPROVED);
    }

    @Test
    void a_return_says_what_is_asked_for_and_stops_the_dates() {
        UUID id = underReview();

        tell(id, 1, "application.returned", RETURN_PAPERS);

        asSchool()
                .get("/v1/applications/{id}", id)
                .then()
                .body("status", equalTo("RETURNED"))
                .body("returned.lane", equalTo("REVIEW"))
                .body("returned.requires[0]", equalTo("PAPERS"))
                .body("returned.reasons[0].code", equalTo("SEAL_MISSING"))
                .body("queue.state", equalTo("RETURNED"))
                .body("queue.dueOn", nullValue());
    }

    @Test
    void papers_cannot_be_sent_in_as_corrected_while_one_is_missing() {
        UUID id = underReview();
        tell(id, 1, "application.returned", RETURN_PAPERS);

        // The attachments of this application exist only for its aggregate; the store has none.
        asSchool()
                .post("/v1/applications/{id}/correction", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:documents-missing"));
    }

    @Test
    void the_timeline_tells_which_mails_reached_the_contact_and_which_did_not() {
        UUID id = underReview();

        tell(id, 1, "notification.sent", "{\"kind\": \"RECEIVED\", \"added\": \"later\"}");
        tell(id, 2, "notification.failed", "{\"kind\": \"APPROVED\"}");

        asSchool()
                .get("/v1/applications/{id}/timeline", id)
                .then()
                .body("findAll { it.what == 'CONTACT_TOLD' }.details", contains("RECEIVED"))
                .body("findAll { it.what == 'CONTACT_NOT_REACHED' }.details", contains("APPROVED"));
    }

    @Test
    void a_withdrawal_before_the_decision_wins() {
        UUID id = underReview();
        asSchool().post("/v1/applications/{id}/withdrawal", id).then().statusCode(200);

        tell(id, 1, "application.approved", "{\"lane\": \"REVIEW\", \"reasons\": []}");

        asSchool().get("/v1/applications/{id}", id).then().body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void cards_complete_the_application_that_they_were_issued_for() {
        UUID roster = UUID.randomUUID();
        UUID id = queued(roster, 3);

        tell(id, 1, "cards.issued", issued(roster, 1, 3));

        asSchool().get("/v1/applications/{id}", id).then().body("status", equalTo("COMPLETED"));
        asSchool()
                .post("/v1/applications/{id}/withdrawal", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:step-out-of-order"));
    }

    @Test
    void a_voided_number_is_about_its_lane_and_is_passed_over() {
        UUID id = underReview();
        Map<String, Object> data = Map.of("lane", "REVIEW", "number", 7, "reason", "CASE_OVER", "applicationId", id);
        NewEvent voided = new NewEvent(TOPIC, "REVIEW", "tw.ecard.ticket.voided.v1", data);
        String body = codec.encode(voided, UUID.randomUUID(), 1, AT);

        inbox.receive(codec.decode(TOPIC, bytes(body)), body);

        assertThat(some.find(id).status()).isEqualTo(ApplicationStatus.UNDER_REVIEW);
    }

    @Test
    void cards_for_an_application_withdrawn_before_are_void() {
        UUID roster = UUID.randomUUID();
        UUID id = queued(roster, 3);
        asSchool().post("/v1/applications/{id}/withdrawal", id).then().statusCode(200);

        tell(id, 1, "cards.issued", issued(roster, 11, 13));

        asSchool().get("/v1/applications/{id}", id).then().body("status", equalTo("WITHDRAWN"));
    }

    private static final String RETURN_PAPERS = """
            {"lane": "REVIEW", "ticketId": "00000000-0000-4000-8000-0000000000aa", "requires": ["PAPERS"],
             "reasons": ["SEAL_MISSING"], "rows": []}""";

    private static String issued(UUID roster, long first, long last) {
        return """
                {"lane": "ISSUANCE", "rosterId": "%s", "count": 3, "rocYear": 115, "firstSerial": %d,
                 "lastSerial": %d}""".formatted(roster, first, last);
    }

    private UUID underReview() {
        return some.submitted();
    }

    private UUID queued(UUID roster, int readers) {
        UUID id = some.approved();
        QuarkusTransaction.requiringNew().run(() -> {
            Application application = applications.lock(id, Reach.EVERYTHING);
            application.startValidating(AT);
            accepting.accept(application, roster, readers, AT);
        });
        return id;
    }

    private void tell(UUID id, long sequence, String name, String data) {
        String body = codec.encode(event(id, name, data), UUID.randomUUID(), sequence, AT);
        inbox.receive(codec.decode(TOPIC, bytes(body)), body);
    }

    private NewEvent event(UUID id, String name, String data) {
        try {
            @SuppressWarnings("unchecked")
            Map<String, Object> members = json.readValue(data, Map.class);
            members.put("applicationId", id);
            return new NewEvent(TOPIC, id.toString(), "tw.ecard." + name + ".v1", members);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String body) {
        return body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
