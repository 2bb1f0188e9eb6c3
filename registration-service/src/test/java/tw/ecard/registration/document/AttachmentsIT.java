package tw.ecard.registration.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.ApplicationStatus;
import tw.ecard.registration.application.Requirement;
import tw.ecard.registration.lane.Lane;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class AttachmentsIT {

    private static final String FORM = "application-form";
    private static final String DECLARATION = "consent-declaration";

    @Inject
    SomeApplications applications;

    @Inject
    ApplicationRepository store;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    @Test
    void a_paper_comes_back_as_it_was_sent() {
        UUID id = applications.received();

        put(Tokens.asSchool(), id, FORM, "申請單 (1).pdf", Papers.pdf())
                .statusCode(201)
                .body("kind", equalTo("APPLICATION_FORM"))
                .body("fileName", equalTo("申請單 (1).pdf"))
                .body("size", equalTo(Papers.pdf().length));

        byte[] content = Tokens.asLibrarian()
                .get(path(id, FORM))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Disposition",
                        containsString("filename*=UTF-8''%E7%94%B3%E8%AB%8B%E5%96%AE%20%281%29.pdf"))
                .extract()
                .asByteArray();
        assertThat(content).isEqualTo(Papers.pdf());
    }

    @Test
    void a_second_paper_of_a_kind_takes_the_place_of_the_first_and_leaves_no_file_behind() {
        UUID id = applications.received();
        long files = files();

        put(Tokens.asSchool(), id, FORM, "a.pdf", Papers.pdf()).statusCode(201);
        put(Tokens.asSchool(), id, FORM, "b.png", Papers.png()).statusCode(200).body("fileName", equalTo("b.png"));

        assertThat(files()).isEqualTo(files + 1);
        Tokens.asSchool().get(path(id, FORM)).then().contentType("image/png");
    }

    @Test
    void form_and_declaration_together_submit_the_application() {
        UUID id = applications.received();

        put(Tokens.asSchool(), id, FORM, "form.odt", Papers.odt()).statusCode(201);
        assertThat(applications.find(id).status()).isEqualTo(ApplicationStatus.DOCUMENTS_MISSING);
        put(Tokens.asSchool(), id, DECLARATION, "declaration.jpg", Papers.jpeg())
                .statusCode(201);

        assertThat(applications.find(id).status()).isEqualTo(ApplicationStatus.UNDER_REVIEW);
        assertThat(sql.number("SELECT count(*) FROM queue_place WHERE application_id = ? AND lane = 'REVIEW'", id))
                .isEqualTo(1);
        put(Tokens.asSchool(), id, FORM, "late.pdf", Papers.pdf())
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:step-out-of-order"));
    }

    @Test
    void the_event_of_a_submission_tells_the_papers_by_their_hashes() throws JsonProcessingException {
        UUID id = applications.received();
        put(Tokens.asSchool(), id, DECLARATION, "declaration.png", Papers.png()).statusCode(201);
        String form = put(Tokens.asSchool(), id, FORM, "form.pdf", Papers.pdf())
                .extract()
                .path("sha256");

        JsonNode papers = event(id, "submitted").path("papers");

        assertThat(papers.findValuesAsText("kind")).containsExactly("APPLICATION_FORM", "CONSENT_DECLARATION");
        assertThat(papers.get(0).path("sha256").asText()).isEqualTo(form);
    }

    @Test
    void a_correction_tells_all_papers_the_replaced_and_the_others() throws JsonProcessingException {
        UUID id = applications.received();
        put(Tokens.asSchool(), id, FORM, "form.pdf", Papers.pdf()).statusCode(201);
        put(Tokens.asSchool(), id, DECLARATION, "declaration.png", Papers.png()).statusCode(201);
        QuarkusTransaction.requiringNew()
                .run(() -> store.lock(id, Reach.EVERYTHING)
                        .returnByStaff(Lane.REVIEW, EnumSet.of(Requirement.PAPERS), Instant.EPOCH));
        put(Tokens.asSchool(), id, DECLARATION, "declaration.jpg", Papers.jpeg())
                .statusCode(200);
        Tokens.asSchool().post("/v1/applications/" + id + "/correction").then().statusCode(200);

        JsonNode before = event(id, "submitted").path("papers");
        JsonNode after = event(id, "corrected").path("papers");
        assertThat(after.get(0)).isEqualTo(before.get(0));
        assertThat(after.get(1).path("kind")).isEqualTo(before.get(1).path("kind"));
        assertThat(after.get(1).path("sha256")).isNotEqualTo(before.get(1).path("sha256"));
    }

    private JsonNode event(UUID id, String name) throws JsonProcessingException {
        String body = sql.first(
                        row -> row.getString("body"),
                        "SELECT body FROM outbox WHERE subject = ? AND type = ?",
                        id.toString(),
                        "tw.ecard.application." + name + ".v1")
                .orElseThrow();
        return json.readTree(body).path("data");
    }

    @Test
    void what_is_no_document_is_refused_and_leaves_nothing() {
        UUID id = applications.received();
        long files = files();

        put(Tokens.asSchool(), id, FORM, "form.pdf", "MZ not a pdf".getBytes())
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ecard:problem:unsupported-document"));
        put(Tokens.asSchool(), id, FORM, "empty.pdf", new byte[0]).statusCode(415);

        assertThat(files()).isEqualTo(files);
        Tokens.asSchool().get(path(id, FORM)).then().statusCode(404);
    }

    @Test
    void a_file_over_the_limit_is_refused_with_the_limit() {
        UUID id = applications.received();
        byte[] large = Arrays.copyOf(Papers.pdf(), (20 << 20) + 1);

        put(Tokens.asSchool(), id, FORM, "large.pdf", large)
                .statusCode(413)
                .body("type", equalTo("urn:ecard:problem:file-too-large"))
                .body("maximumMebibytes", equalTo(20));
    }

    @Test
    void a_request_without_the_part_file_is_refused() {
        UUID id = applications.received();

        Tokens.asSchool()
                .multiPart("other", "x.pdf", Papers.pdf())
                .put(path(id, FORM))
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:file-required"));
        Tokens.asSchool()
                .contentType("application/json")
                .body("{}")
                .put(path(id, FORM))
                .then()
                .statusCode(415)
                .contentType(startsWith("application/problem+json"));
    }

    @Test
    void a_stranger_finds_neither_application_nor_paper() {
        UUID id = applications.received();
        put(Tokens.asSchool(), id, FORM, "a.pdf", Papers.pdf()).statusCode(201);

        put(Tokens.asStranger(), id, FORM, "b.pdf", Papers.pdf()).statusCode(404);
        Tokens.asStranger().get(path(id, FORM)).then().statusCode(404);
        Tokens.as("observer").get(path(id, FORM)).then().statusCode(403);
        put(Tokens.asSchool(), id, "passport", "a.pdf", Papers.pdf()).statusCode(404);
    }

    @Test
    void a_name_with_a_path_keeps_only_its_end() {
        UUID id = applications.received();

        put(Tokens.asSchool(), id, FORM, "..\\..\\etc\\form.pdf", Papers.pdf())
                .statusCode(201)
                .body("fileName", equalTo("form.pdf"));
    }

    private static ValidatableResponse put(
            RequestSpecification caller, UUID id, String kind, String name, byte[] content) {
        return caller.multiPart("file", name, content, "application/octet-stream")
                .put(path(id, kind))
                .then();
    }

    private static String path(UUID id, String kind) {
        return "/v1/applications/" + id + "/attachments/" + kind;
    }

    private long files() {
        return sql.number("SELECT count(*) FROM stored_file");
    }
}
