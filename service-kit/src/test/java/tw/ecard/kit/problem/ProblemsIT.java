package tw.ecard.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.kit.testapp.Calls;
import tw.ecard.kit.testapp.Infrastructure;
import tw.ecard.localstack.TestTokens;

@QuarkusTest
@WithTestResource(Infrastructure.class)
class ProblemsIT {

    @ParameterizedTest
    @CsvSource({
        "INVALID, 400",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "CONFLICT, 409",
        "STALE, 412",
        "TOO_LARGE, 413",
        "UNSUPPORTED_CONTENT, 415",
        "UNPROCESSABLE, 422",
        "REVISION_MISSING, 428",
        "TOO_OFTEN, 429",
        "BUSY, 503"
    })
    void each_kind_of_refusal_has_its_status(String kind, int status) {
        problem(Calls.bySchool().get("/v1/notes/refusals/" + kind), status, "note-refused")
                .body("kind", equalTo(kind))
                .body("instance", equalTo("/v1/notes/refusals/" + kind));
    }

    @Test
    void every_kind_is_covered_above() {
        assertThat(Refusal.Kind.values()).hasSize(11);
    }

    @Test
    void who_is_to_come_again_is_told_when() {
        problem(Calls.bySchool().get("/v1/notes/refusals/BUSY"), 503, "note-refused")
                .header("Retry-After", "2")
                .body("retryAfterSeconds", equalTo(2));
    }

    @Test
    void problems_speak_traditional_chinese_unless_english_is_preferred() {
        problem(Calls.bySchool().get("/v1/notes/refusals/CONFLICT"), 409, "note-refused")
                .header("Content-Language", "zh-TW")
                .body("detail", equalTo("這則筆記因 CONFLICT 未受理。"));
        problem(
                        Calls.bySchool()
                                .header("Accept-Language", "en-GB,zh;q=0.5")
                                .get("/v1/notes/refusals/CONFLICT"),
                        409,
                        "note-refused")
                .header("Content-Language", "en")
                .body("detail", equalTo("The note was refused as CONFLICT."));
    }

    @ParameterizedTest
    @ValueSource(strings = {";;q=x", "en;q=banana", "*", "de", ","})
    void an_odd_accept_language_costs_nobody_the_answer(String header) {
        problem(Calls.bySchool().header("Accept-Language", header).get("/v1/nothing"), 404, "http-404")
                .header("Content-Language", "zh-TW");
    }

    @Test
    void broken_constraints_are_named_by_json_pointers() {
        String body = """
                {"text": " ", "contact": {"email": "nobody"}, "tags": ["one", ""]}""";
        problem(Calls.bySchool().body(body).post("/v1/notes"), 400, "invalid-request")
                .body("errors.pointer", contains("/contact/email", "/tags/1", "/text"));
    }

    @Test
    void the_validators_messages_come_in_the_callers_language() {
        String chinese = problem(Calls.bySchool().body("{}").post("/v1/notes"), 400, "invalid-request")
                .extract()
                .path("errors[0].message");
        String english = problem(
                        Calls.bySchool()
                                .header("Accept-Language", "en")
                                .body("{}")
                                .post("/v1/notes"),
                        400,
                        "invalid-request")
                .extract()
                .path("errors[0].message");
        assertThat(chinese).matches(".*\\p{IsHan}.*");
        assertThat(english).isEqualTo("must not be null");
    }

    @Test
    void a_missing_body_is_the_empty_pointer_and_a_parameter_is_its_name() {
        problem(Calls.bySchool().post("/v1/notes"), 400, "invalid-request").body("errors.pointer", contains(""));
        problem(Calls.bySchool().get("/v1/notes/after?most=10"), 400, "invalid-request")
                .body("errors.pointer", contains("most"));
    }

    @Test
    void json_that_breaks_off_is_a_problem_that_says_where() {
        problem(Calls.bySchool().body("{\"text\":").post("/v1/notes"), 400, "unreadable-json")
                .body("errors[0].message", containsString("第 1 行"));
    }

    @Test
    void an_unknown_property_is_refused_by_its_pointer() {
        problem(Calls.bySchool().body("{\"contact\": {\"fax\": 1}}").post("/v1/notes"), 400, "unreadable-json")
                .body("errors.pointer", contains("/contact/fax"));
    }

    @Test
    void a_value_of_the_wrong_type_is_not_repeated() {
        problem(Calls.bySchool().body("{\"size\": \"A123456789\"}").post("/v1/notes"), 400, "unreadable-json")
                .body("errors.pointer", contains("/size"))
                .body(not(containsString("A123456789")));
    }

    @Test
    void a_character_that_the_database_cannot_hold_is_refused() {
        problem(Calls.bySchool().body(Calls.note("a\\u0000b")).post("/v1/notes"), 400, "unstorable-text");
    }

    @Test
    void what_is_not_there_or_not_taken_is_a_problem() {
        problem(Calls.bySchool().get("/v1/nothing"), 404, "http-404");
        problem(Calls.bySchool().get("/nothing-at-all"), 404, "http-404");
        problem(Calls.bySchool().get("/v1/notes/after?most=many"), 404, "http-404");
        problem(Calls.bySchool().delete("/v1/notes"), 405, "http-405")
                .header("Allow", containsString("GET"))
                .header("Allow", containsString("POST"));
        problem(Calls.bySchool().accept("application/pdf").get("/v1/notes"), 406, "http-406");
        problem(Calls.bySchool().contentType("text/plain").body("x").post("/v1/notes"), 415, "http-415");
    }

    @Test
    void a_caller_without_a_valid_token_is_asked_for_one() {
        String expired = TestTokens.institution("999901", Calls.now().minus(Duration.ofHours(3)));
        String valid = TestTokens.institution("999901", Calls.now());
        String unsigned = valid.substring(0, valid.lastIndexOf('.') + 1);
        problem(given().get("/v1/notes"), 401, "http-401").header("WWW-Authenticate", "Bearer");
        for (String token : new String[] {"garbage", expired, unsigned, valid + "x"}) {
            problem(Calls.by(token).get("/v1/notes"), 401, "http-401").header("WWW-Authenticate", "Bearer");
        }
        problem(given().header("Authorization", "Basic YTpi").get("/v1/notes"), 401, "http-401");
    }

    @Test
    void a_role_that_may_not_is_forbidden() {
        problem(Calls.by(TestTokens.of("watcher", "observer", Calls.now())).get("/v1/notes"), 403, "http-403");
    }

    @Test
    void an_endpoint_that_names_no_role_is_open_to_nobody() {
        problem(given().get("/v1/forgotten"), 401, "http-401");
        problem(Calls.by(TestTokens.of("root", "administrator", Calls.now())).get("/v1/forgotten"), 403, "http-403");
    }

    @Test
    void health_metrics_and_the_description_need_no_token() {
        for (String path : new String[] {"/q/health", "/q/metrics", "/q/openapi", "/v1/notes/public"}) {
            given().get(path).then().statusCode(200);
        }
    }

    @Test
    void an_unexpected_failure_shows_nothing_but_a_trace_id() {
        problem(Calls.bySchool().get("/v1/notes/failure"), 500, "internal-error")
                .body(not(containsString("secret")))
                .body(not(containsString("Exception")))
                .body("errors", nullValue());
    }

    @Test
    void an_answer_that_breaks_its_own_constraints_is_not_the_callers_fault() {
        problem(Calls.bySchool().get("/v1/notes/wrong-answer"), 500, "internal-error")
                .body(not(containsString("secret")));
    }

    @Test
    void a_body_beyond_the_limit_is_a_problem() {
        String large = Calls.note("x".repeat(1_100_000));
        problem(Calls.bySchool().body(large).post("/v1/notes"), 413, "http-413").header("Content-Language", "zh-TW");
        problem(Calls.bySchool().header("Accept-Language", "en").body(large).post("/v1/notes"), 413, "http-413")
                .body("title", equalTo("Too large"));
    }

    @Test
    void the_description_says_what_a_problem_looks_like() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .body(
                        "components.schemas.Problem.properties.keySet()",
                        org.hamcrest.Matchers.hasItems("type", "errors"))
                .body(
                        "paths.'/v1/notes'.post.responses.default.content.'application/problem+json'.schema.$ref",
                        equalTo("#/components/schemas/Problem"))
                .body(
                        "paths.'/v1/notes'.post.responses.'401'.content.'application/problem+json'.schema.$ref",
                        equalTo("#/components/schemas/Problem"))
                .body("components.securitySchemes.login.type", equalTo("oauth2"));
    }

    private static ValidatableResponse problem(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ecard:problem:" + code))
                .body("status", equalTo(status))
                .body("title", not(containsString(code)))
                .body("traceId", matchesPattern("[0-9a-f-]{32,36}"));
    }
}
