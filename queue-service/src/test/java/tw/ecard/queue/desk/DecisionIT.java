package tw.ecard.queue.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.ClaimedCase;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.TestClock;
import tw.ecard.queue.World;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Lanes;

@QuarkusTest
@WithTestResource(RealStack.class)
class DecisionIT {

    @Inject
    World world;

    @Inject
    Lanes lanes;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @Test
    void a_case_is_decided_while_somebody_else_holds_the_gate_of_its_lane() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");

        QuarkusTransaction.requiringNew().run(() -> {
            lanes.lock(Lane.REVIEW);
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> held.act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}")
                            .statusCode(200));
        });
    }

    @Test
    void a_case_is_approved_once_seal_and_signature_are_found_in_order() {
        ApplicationStory story = world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        held.act("approval").statusCode(409).body("type", equalTo("urn:ecard:problem:checks-missing"));
        held.act("checks", "{\"seal\": true}")
                .statusCode(200)
                .body("seal.inOrder", equalTo(true))
                .body("seal.checkedBy", equalTo("clerk"))
                .body("seal.checkedAt", equalTo("2026-11-23T10:00:00+08:00"))
                .body("signature", nullValue());
        held.act("checks", "{\"signature\": false}").statusCode(200);
        held.act("approval").statusCode(409);
        held.act("checks", "{\"signature\": true}").statusCode(200);
        held.act("approval")
                .statusCode(200)
                .body("state", equalTo("DONE"))
                .body("outcome", equalTo("APPROVED"))
                .body("clock.state", equalTo("DONE"));

        Await.until(
                () -> assertThat(world.said(story.id(), "application.approved")).hasSize(1));
        JsonNode approved = world.said(story.id(), "application.approved").get(0);
        assertThat(approved.path("ticketId").asText()).isEqualTo(held.id());
        assertThat(approved.path("sequence").asInt()).isEqualTo(3);
        held.act("approval").statusCode(409).body("type", equalTo("urn:ecard:problem:case-not-in-work"));
    }

    @Test
    void corrected_papers_are_other_papers_and_are_checked_anew() {
        ApplicationStory story = world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review").checked();
        held.act("return", "{\"reasons\": [{\"code\": \"DOCUMENT_MISMATCH\"}]}").statusCode(200);
        Instant tuesday = TestClock.MONDAY.plus(Duration.ofDays(1));
        world.clock().set(tuesday);
        story.corrected(tuesday);
        Await.until(
                () -> assertThat(world.lane("review").path("waiting").asLong()).isEqualTo(1));

        ClaimedCase again = world.claim("clerk", "review");
        again.act("approval").statusCode(409).body("type", equalTo("urn:ecard:problem:checks-missing"));
        again.checked().act("approval").statusCode(200);
    }

    @Test
    void a_check_holds_for_the_paper_that_was_looked_at_and_for_no_other() {
        ApplicationStory story = world.application()
                .withPaper("APPLICATION_FORM", "form")
                .withPaper("CONSENT_DECLARATION", "unsigned")
                .submitted(1);
        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(1));
        ClaimedCase held = world.claim("clerk", "review");
        String form = held.act("checks", "{\"seal\": true, \"signature\": false}")
                .statusCode(200)
                .body("papers.kind", contains("APPLICATION_FORM", "CONSENT_DECLARATION"))
                .body("papers[0].file", endsWith("/attachments/application-form"))
                .extract()
                .path("papers[0].sha256");
        held.act("return", "{\"reasons\": [{\"code\": \"SIGNATURE_MISSING\"}]}").statusCode(200);
        story.withPaper("CONSENT_DECLARATION", "signed").corrected(world.clock().instant());
        Await.until(
                () -> assertThat(world.lane("review").path("waiting").asLong()).isEqualTo(1));

        ClaimedCase again = world.claim("clerk2", "review");
        world.clerk("clerk2")
                .get("/v1/tickets/" + again.id() + "/checks")
                .then()
                .statusCode(200)
                .body("round", equalTo(2))
                .body("seal.inOrder", equalTo(true))
                .body("seal.checkedBy", equalTo("clerk"))
                .body("seal.paperSha256", equalTo(form))
                .body("signature", nullValue());
        again.act("approval").statusCode(409).body("type", equalTo("urn:ecard:problem:checks-missing"));
        again.act("checks", "{\"signature\": true}").statusCode(200);
        again.act("approval").statusCode(200);
    }

    @Test
    void a_correction_that_does_not_tell_its_papers_is_checked_anew() {
        ApplicationStory story = world.application()
                .withPaper("APPLICATION_FORM", "form")
                .withPaper("CONSENT_DECLARATION", "signed")
                .submitted(1);
        Await.until(() -> assertThat(world.admittedUpTo("review")).isEqualTo(1));
        ClaimedCase held = world.claim("clerk", "review").checked();
        held.act("return", "{\"reasons\": [{\"code\": \"DOCUMENT_MISMATCH\"}]}").statusCode(200);
        story.withoutPapers().corrected(world.clock().instant());
        Await.until(
                () -> assertThat(world.lane("review").path("waiting").asLong()).isEqualTo(1));

        ClaimedCase again = world.claim("clerk", "review");
        again.act("approval").statusCode(409);
        again.checked().act("approval").statusCode(200);
    }

    @Test
    void a_case_links_to_all_that_it_is_decided_by() {
        ApplicationStory story = world.inIssuance(1, 3);
        JsonNode links = world.claim("clerk", "issuance").ticket().path("links");
        assertThat(links.at("/attachments/applicationForm").asText())
                .endsWith("/v1/applications/" + story.id() + "/attachments/application-form");
        assertThat(links.path("timeline").asText()).endsWith("/v1/applications/" + story.id() + "/timeline");
        assertThat(links.path("readers").asText()).endsWith("/v1/rosters/" + story.rosterId() + "/readers");
        assertThat(links.path("errors").asText()).endsWith("/v1/rosters/" + story.rosterId() + "/errors");
        for (String here : new String[] {"checks", "returns", "clock", "notifications"}) {
            world.clerk("clerk").get(links.path(here).asText()).then().statusCode(200);
        }
    }

    @Test
    void who_issues_sees_what_was_returned_in_review() {
        ApplicationStory story = world.inReview(1);
        ClaimedCase review = world.claim("clerk", "review");
        review.act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}").statusCode(200);
        story.corrected(world.clock().instant());
        Await.until(
                () -> assertThat(world.lane("review").path("waiting").asLong()).isEqualTo(1));
        world.claim("clerk", "review").checked().act("approval").statusCode(200);
        story.completedDocuments(1, 3);
        Await.until(() -> assertThat(world.admittedUpTo("issuance")).isEqualTo(1));
        ClaimedCase issuance = world.claim("clerk", "issuance");
        issuance.act("return", "{\"reasons\": [{\"code\": \"READER_DATA_INCORRECT\"}]}")
                .statusCode(200);

        for (String ticket : new String[] {review.id(), issuance.id()}) {
            world.clerk("clerk")
                    .get("/v1/tickets/" + ticket + "/returns")
                    .then()
                    .body("items.lane", contains("REVIEW", "ISSUANCE"))
                    .body("items.round", contains(1, 2));
        }
    }

    @Test
    void a_return_says_by_event_what_is_required_and_keeps_what_staff_wrote_to_itself() {
        ApplicationStory story = world.inIssuance(1, 1203);
        ClaimedCase held = world.claim("clerk", "issuance");
        held.act("return", """
                        {"requires": ["PAPERS"],
                         "reasons": [{"code": "SEAL_MISSING", "message": "申請單未蓋關防，請洽王小姐"},
                                     {"code": "OTHER_PAPERS"}],
                         "rows": [{"row": 21, "message": "此人已畢業"}, {"row": 17, "message": "出生日期有誤"}]}""")
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("clock.state", equalTo("PAUSED"))
                .body("clock.dueOn", nullValue())
                .body("clock.workingDaysLeft", equalTo(10));

        Await.until(
                () -> assertThat(world.said(story.id(), "application.returned")).hasSize(1));
        JsonNode returned = world.said(story.id(), "application.returned").get(0);
        assertThat(returned.path("requires").toString()).isEqualTo("[\"PAPERS\",\"ROSTER\"]");
        assertThat(returned.path("reasons").toString()).isEqualTo("[\"SEAL_MISSING\",\"OTHER_PAPERS\"]");
        assertThat(returned.path("rows").toString()).isEqualTo("[17,21]");
        assertThat(returned.toString()).doesNotContain("王小姐", "畢業");

        world.as("registration-service", "service")
                .get("/v1/tickets/" + held.id() + "/returns")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].round", equalTo(1))
                .body("items[0].requires", contains("PAPERS", "ROSTER"))
                .body("items[0].reasons[0].message", equalTo("申請單未蓋關防，請洽王小姐"))
                .body("items[0].reasons[1].message", equalTo("申請文件有其他應補正事項，請依說明補正後重新上傳。"))
                .body("items[0].rows.row", contains(21, 17))
                .body("rejection", nullValue());
        world.clerk("clerk")
                .get("/v1/tickets/" + held.id() + "/clock")
                .then()
                .body("entries.event", contains("STARTED", "PAUSED"))
                .body("promise.dueDays", equalTo(10));
    }

    @Test
    void a_return_without_a_reason_or_for_a_roster_that_is_not_there_changes_nothing() {
        world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        held.act("return", "{\"requires\": [\"PAPERS\"]}")
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:return-without-reason"));
        held.act("return", "{\"reasons\": [{\"code\": \"READER_NOT_ELIGIBLE\"}]}")
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:no-roster-yet"));
        held.act("return", "{\"reasons\": [{\"code\": \"BAD_WEATHER\"}]}")
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:unreadable-json"));
        held.act("return", "{\"rows\": [{\"row\": 0, \"message\": \"\"}]}")
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:invalid-request"))
                .body("errors.pointer", contains("/rows/0/message", "/rows/0/row"));
        held.checked().act("approval").statusCode(200);
    }

    @Test
    void a_rejection_keeps_its_text_here_and_sends_its_code() {
        ApplicationStory story = world.inReview(1);
        ClaimedCase held = world.claim("clerk", "review");
        held.act("rejection", "{\"reason\": \" \"}").statusCode(400);
        held.act("rejection", "{\"code\": \"DUPLICATE_APPLICATION\", \"reason\": \"與前案相同\"}")
                .statusCode(200)
                .body("outcome", equalTo("REJECTED"));
        Await.until(
                () -> assertThat(world.said(story.id(), "application.rejected")).hasSize(1));
        JsonNode rejected = world.said(story.id(), "application.rejected").get(0);
        assertThat(rejected.path("reasons").toString()).isEqualTo("[\"DUPLICATE_APPLICATION\"]");
        world.clerk("clerk")
                .get("/v1/tickets/" + held.id() + "/returns")
                .then()
                .body("rejection.message", equalTo("與前案相同"))
                .body("rejection.code", equalTo("DUPLICATE_APPLICATION"));
    }

    @Test
    void cards_are_numbered_without_a_gap_one_block_a_case() {
        ApplicationStory first = world.inIssuance(1, 2);
        ApplicationStory second = world.inIssuance(2, 1201);
        world.claim("clerk", "issuance")
                .act("issuance")
                .statusCode(200)
                .body("cards", equalTo(2))
                .body("firstCardNumber", equalTo("EC115000000014"))
                .body("lastCardNumber", equalTo("EC115000000022"));
        world.claim("clerk", "issuance")
                .act("issuance")
                .statusCode(200)
                .body("cards", equalTo(1201))
                .body("lastCardNumber", equalTo("EC115000012035"));

        Await.until(() -> assertThat(world.said(second.id(), "cards.issued")).hasSize(1));
        JsonNode issued = world.said(second.id(), "cards.issued").get(0);
        assertThat(issued.path("firstSerial").asInt()).isEqualTo(3);
        assertThat(issued.path("lastSerial").asInt()).isEqualTo(1203);
        assertThat(issued.path("rocYear").asInt()).isEqualTo(115);
        assertThat(issued.path("rosterId").asText()).isEqualTo(second.rosterId().toString());
        Await.until(() -> assertThat(world.said(first.id(), "cards.issued"))
                .singleElement()
                .satisfies(told -> assertThat(told.path("count").asInt()).isEqualTo(2)));
    }

    @Test
    void serials_begin_anew_with_the_year_in_taipei() {
        world.inIssuance(1, 5);
        world.inIssuance(2, 5);
        world.clock().set(Instant.parse("2026-12-31T15:59:59Z"));
        world.claim("clerk", "issuance").act("issuance").body("firstCardNumber", equalTo("EC115000000014"));
        world.clock().set(Instant.parse("2026-12-31T16:00:00Z"));
        world.claim("clerk", "issuance").act("issuance").body("firstCardNumber", equalTo("EC116000000012"));
    }

    @Test
    void each_lane_has_its_own_decisions() {
        world.inReview(1);
        world.inIssuance(1, 3);
        ClaimedCase review = world.claim("clerk", "review").checked();
        ClaimedCase issuance = world.claim("clerk", "issuance");
        review.act("issuance").statusCode(409).body("type", equalTo("urn:ecard:problem:wrong-lane"));
        issuance.act("approval").statusCode(409).body("lane", equalTo("ISSUANCE"));
        issuance.act("rejection", "{\"reason\": \"太晚\"}").statusCode(409);
        issuance.act("checks", "{\"seal\": true}").statusCode(409);
    }
}
