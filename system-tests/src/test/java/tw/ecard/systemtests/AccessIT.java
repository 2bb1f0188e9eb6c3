package tw.ecard.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.ecard.systemtests.actor.Application;
import tw.ecard.systemtests.actor.Case;
import tw.ecard.systemtests.actor.Desk;
import tw.ecard.systemtests.actor.Lane;
import tw.ecard.systemtests.actor.Roster;
import tw.ecard.systemtests.contract.OpenApi;
import tw.ecard.systemtests.contract.OpenApi.Operation;
import tw.ecard.systemtests.roster.Readers;
import tw.ecard.systemtests.roster.RosterFile;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Call;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.Realm.ClientPlan;
import tw.ecard.systemtests.stack.Unchanged;
import tw.ecard.systemtests.stack.WithEcard;

/**
 * Who may do what, against the real Keycloak. The calls are read from the services' own descriptions, so that a new
 * endpoint is covered the day it is there.
 */
@WithEcard
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    private static final ClientPlan SCHOOL = ClientPlan.likeDemoSchool();

    private final Ecard ecard;
    private final Desk clerk;
    private Application application;
    private Roster roster;
    private Case inWork;

    AccessIT(Ecard ecard) {
        this.ecard = ecard;
        this.clerk = ecard.desk("clerk");
    }

    @BeforeAll
    void the_school_has_a_case_in_work() {
        application = clerk.approves(ecard.school().applies().handsInPapers());
        roster = application.uploads(RosterFile.xlsx(Readers.ofSchool(3)));
        roster.becomes("ACCEPTED");
        inWork = clerk.takesUp(application, Lane.ISSUANCE);
    }

    @AfterAll
    void nobody_waits_any_more() {
        application.withdraws().expect(200);
    }

    /** A token that is like the school's but for one thing. */
    private record Flawed(String what, String token, int status) {

        @Override
        public String toString() {
            return what;
        }
    }

    private Stream<Flawed> flawed() {
        String good = ecard.identities().client("demo-school");
        String other = "other-" + UUID.randomUUID();
        ecard.realm().create(other);
        String expiring = ecard.realm().tokenOfNew(SCHOOL.livingSeconds(1));
        return Stream.of(
                new Flawed("no token", null, 401),
                new Flawed("expired", expired(expiring), 401),
                new Flawed("wrong issuer", ecard.realm().tokenOfNew(SCHOOL.ofRealm(other)), 401),
                new Flawed("wrong audience", ecard.realm().tokenOfNew(SCHOOL.withoutAudience()), 401),
                new Flawed("unsigned", unsigned(good), 401),
                new Flawed("changed after signing", withOtherClaims(good), 401),
                new Flawed("no role", ecard.realm().tokenOfNew(SCHOOL.withoutRoles()), 403));
    }

    @ParameterizedTest
    @MethodSource("flawed")
    void a_flawed_token_opens_nothing(Flawed flawed) {
        List<String> opened = new ArrayList<>();
        int calls = 0;
        for (OpenApi api : apis()) {
            for (Operation operation : protectedOperations(api)) {
                Answer answer = call(operation, api, UUID.randomUUID().toString(), flawed.token());
                calls++;
                if (answer.status() != flawed.status()) {
                    opened.add(answer.toString());
                }
            }
        }
        assertThat(opened).isEmpty();
        assertThat(calls).isGreaterThan(25);
    }

    @Test
    void the_same_kind_of_token_without_a_flaw_is_taken() {
        Call.get(ecard.registration().url() + "/v1/applications")
                .as(ecard.realm().tokenOfNew(SCHOOL))
                .send()
                .expect(200);
    }

    @Test
    void only_the_template_and_the_policies_are_open_to_anybody() {
        List<String> open = apis().stream()
                .flatMap(api -> api.operations().stream())
                .filter(Operation::isOpenToAnybody)
                .map(Operation::toString)
                .toList();
        assertThat(open).containsExactlyInAnyOrder("GET /v1/roster-template", "GET /v1/eligibility-policies");
        Call.get(ecard.registration().url() + "/v1/eligibility-policies").send().expect(200);
        Call.get(ecard.registration().url() + "/v1/roster-template?format=xlsx")
                .send()
                .expect(200);
        Call.get(ecard.registration().url() + "/v1/roster-template?format=ods")
                .send()
                .expect(200);
    }

    /** What exists and what does not cannot be told apart by a stranger: the same 404, or 403 for whoever asks. */
    @Test
    void a_strangers_ids_are_not_there() {
        Unchanged nothing = new Unchanged(ecard);
        String stranger = ecard.agency().token();
        List<String> hidden = new ArrayList<>();
        for (OpenApi api : apis()) {
            for (Operation operation : protectedOperations(api)) {
                if (!operation.path().contains("{id}")) {
                    continue;
                }
                Answer existing = nothing.by(() -> call(operation, api, idFor(operation), stranger));
                Answer missing = call(operation, api, UUID.randomUUID().toString(), stranger);
                assertThat(existing.status())
                        .as(existing.toString())
                        .isIn(403, 404)
                        .isEqualTo(missing.status());
                assertThat(existing.problem()).as(existing.toString()).isEqualTo(missing.problem());
                if (existing.status() == 404) {
                    hidden.add(operation.toString());
                }
            }
        }
        assertThat(hidden)
                .contains(
                        "GET /v1/applications/{id}",
                        "GET /v1/applications/{id}/timeline",
                        "PUT /v1/applications/{id}/attachments/{kind}",
                        "GET /v1/applications/{id}/attachments/{kind}",
                        "PUT /v1/applications/{id}/contact",
                        "POST /v1/applications/{id}/withdrawal",
                        "POST /v1/applications/{id}/correction",
                        "POST /v1/applications/{id}/rosters",
                        "GET /v1/applications/{id}/cards",
                        "GET /v1/rosters/{id}",
                        "GET /v1/rosters/{id}/errors",
                        "GET /v1/rosters/{id}/changes",
                        "GET /v1/rosters/{id}/progress");
    }

    @Test
    void a_strangers_application_is_in_no_list() {
        String applications = ecard.registration().url() + "/v1/applications?q=" + application.receiptNumber();
        assertThat(Call.get(applications)
                        .as(ecard.agency().token())
                        .send()
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(Call.get(applications)
                        .as(ecard.school().token())
                        .send()
                        .expect(200)
                        .json()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void an_observer_sees_states_and_dates_and_nobody() {
        String observer = ecard.identities().client("demo-observer");
        String seen =
                Call.get(application.url()).as(observer).send().expect(200).text();
        assertThat(seen)
                .contains(application.receiptNumber(), "QUEUED")
                .doesNotContain(
                        application.contact().name(), application.contact().email(), "contact", "sha256");
        Call.get(application.url() + "/attachments/application-form")
                .as(observer)
                .send()
                .expect(403);
        Call.get(application.url() + "/contact/history").as(observer).send().expect(403);
        Call.get(ecard.queue().url() + "/v1/lanes").as(observer).send().expect(200);
        Call.post(ecard.queue().url() + "/v1/lanes/review/claims")
                .as(observer)
                .send()
                .expect(403);
    }

    private static Answer call(Operation operation, OpenApi api, String id, String token) {
        Call call = operation.on(api.url(), id).ifMatch("\"1\"");
        return (token == null ? call : call.as(token)).send();
    }

    private List<OpenApi> apis() {
        return List.of(
                OpenApi.of(ecard.registration().url()), OpenApi.of(ecard.queue().url()));
    }

    private static List<Operation> protectedOperations(OpenApi api) {
        return api.operations().stream()
                .filter(operation -> operation.path().startsWith("/v1/"))
                .filter(operation -> !operation.isOpenToAnybody())
                .toList();
    }

    /** Something of the school's for each kind of thing that has an id. */
    private String idFor(Operation operation) {
        String kind = operation.path().split("/")[2];
        return switch (kind) {
            case "applications" -> application.id();
            case "rosters" -> roster.id();
            case "tickets" -> inWork.id();
            case "dead-letters", "notifications", "existing-holders" ->
                UUID.randomUUID().toString();
            default -> throw new AssertionError("This test has no " + kind + " of the school's");
        };
    }

    /** The token, once it is refused; Keycloak gave it a second to live. */
    private String expired(String token) {
        Await.until(
                "the token to expire",
                Duration.ofSeconds(20),
                () -> Call.get(ecard.registration().url() + "/v1/applications")
                        .as(token)
                        .send()
                        .status(),
                status -> status == 401);
        return token;
    }

    /** The same claims, said to need no signature. */
    private static String unsigned(String token) {
        String header = "{\"alg\":\"none\",\"typ\":\"JWT\"}";
        return base64(header) + "." + token.split("\\.")[1] + ".";
    }

    /** The signature of a school under the claims of the agency. */
    private static String withOtherClaims(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return parts[0] + "." + base64(claims.replace("999901", "A99990000I")) + "." + parts[2];
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
