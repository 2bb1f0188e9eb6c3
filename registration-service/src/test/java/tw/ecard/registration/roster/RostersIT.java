package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.ApplicationStatus;
import tw.ecard.registration.application.Requirement;
import tw.ecard.registration.lane.Lane;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class RostersIT {

    @Inject
    SomeApplications applications;

    @Inject
    ApplicationRepository repository;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void a_good_roster_is_accepted_and_takes_its_place_in_the_issuance_lane() {
        UUID application = applications.approved();

        String roster = accepted(application, SomeRosters.good(200, 1));

        checked(roster)
                .body("status", equalTo("ACCEPTED"))
                .body("format", equalTo("XLSX"))
                .body("rowsRead", equalTo(200))
                .body("rowsTotal", equalTo(200))
                .body("accepted", equalTo(200))
                .body("errorCount", equalTo(0))
                .body("finishedAt", notNullValue())
                .body("problem", nullValue());
        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.QUEUED);
        assertThat(ordinals(roster)).hasSize(200).isSorted().startsWith(1).endsWith(200);
        assertThat(sql.number(
                        "SELECT count(*) FROM queue_place WHERE application_id = ? AND lane = 'ISSUANCE'", application))
                .isEqualTo(1);
        assertThat(events(application, "tw.ecard.application.completed-documents.v1"))
                .singleElement()
                .asString()
                .contains(roster, "\"readers\":200");
    }

    @ParameterizedTest
    @EnumSource(SpreadsheetFormat.class)
    void every_format_is_as_good_as_another(SpreadsheetFormat format) {
        String roster = accepted(applications.approved(), SomeRosters.good(format, 30, 200 + format.ordinal()));

        checked(roster)
                .body("status", equalTo("ACCEPTED"))
                .body("format", equalTo(format.name()))
                .body("accepted", equalTo(30));
    }

    @Test
    void a_roster_with_errors_is_returned_with_every_one_and_holds_nobody() {
        UUID application = applications.approved();

        String roster = accepted(application, SomeRosters.withWrongIds(100, 3, 3));

        checked(roster)
                .body("status", equalTo("RETURNED"))
                .body("rowsRead", equalTo(100))
                .body("accepted", equalTo(0))
                .body("wrongRows", equalTo(3))
                .body("errorCount", equalTo(3));
        Tokens.asSchool()
                .get("/v1/rosters/" + roster + "/errors")
                .then()
                .statusCode(200)
                .body("items.findAll { it.severity == 'ERROR' }.row", equalTo(List.of(99, 100, 101)))
                .body("items.findAll { it.severity == 'ERROR' }.code", equalTo(nCopies(3, "NATIONAL_ID_CHECKSUM")))
                .body("items[0].value", containsString("***"))
                .body("items[0].message", containsString("檢查碼"));
        assertThat(ordinals(roster)).isEmpty();
        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.ROSTER_RETURNED);
        assertThat(events(application, "tw.ecard.roster.returned.v1"))
                .singleElement()
                .asString()
                .contains(roster, "\"rows\":100", "\"errorCount\":3");
    }

    @Test
    void a_corrected_roster_may_follow_a_returned_one() {
        UUID application = applications.approved();
        checked(accepted(application, SomeRosters.withWrongIds(5, 1, 4))).body("status", equalTo("RETURNED"));

        checked(accepted(application, SomeRosters.good(5, 4))).body("status", equalTo("ACCEPTED"));

        upload(application, SomeRosters.good(5, 5))
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:roster-already-accepted"));
    }

    @Test
    void errors_come_in_pages_and_in_the_language_of_the_caller() {
        String roster = accepted(applications.approved(), SomeRosters.withWrongIds(10, 5, 6));
        checked(roster);

        String next = Tokens.asSchool()
                .header("Accept-Language", "en")
                .get("/v1/rosters/" + roster + "/errors?limit=2")
                .then()
                .body("items", hasSize(2))
                .body("items[0].message", containsString("check digit"))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("nextCursor");
        Tokens.asSchool()
                .get("/v1/rosters/" + roster + "/errors?limit=200&cursor=" + next)
                .then()
                .body("items.findAll { it.severity == 'ERROR' }", hasSize(3))
                .body("nextCursor", nullValue());
    }

    @Test
    void only_the_first_thousand_wrong_rows_are_listed_but_all_are_counted() {
        String roster = accepted(applications.approved(), SomeRosters.withWrongIds(1_200, 1_150, 7));

        checked(roster).body("wrongRows", equalTo(1_150)).body("errorCount", equalTo(1_150));

        assertThat(sql.number("SELECT count(DISTINCT sheet_row) FROM roster_error WHERE roster_id = ?", uuid(roster)))
                .isEqualTo(1_000);
    }

    @Test
    void what_is_no_spreadsheet_or_is_cut_off_is_refused_at_once_and_leaves_nothing() {
        UUID application = applications.approved();
        long files = sql.number("SELECT count(*) FROM stored_file");

        upload(application, "%PDF-1.7 not a roster".getBytes(StandardCharsets.US_ASCII))
                .statusCode(415)
                .body("type", equalTo("urn:ecard:problem:roster-not-a-spreadsheet"))
                .body("detail", containsString(".xlsx"));
        byte[] whole = SomeRosters.good(50, 8);
        upload(application, Arrays.copyOf(whole, whole.length / 2))
                .statusCode(422)
                .body("type", equalTo("urn:ecard:problem:roster-truncated"));

        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.APPROVED);
        assertThat(sql.number("SELECT count(*) FROM stored_file")).isEqualTo(files);
    }

    @Test
    void a_workbook_that_is_no_roster_is_returned_with_one_clear_problem() {
        UUID application = applications.approved();

        checked(accepted(application, SomeRosters.withoutHeaders(5)))
                .body("status", equalTo("RETURNED"))
                .body("problem.type", equalTo("urn:ecard:problem:roster-no-header-row"))
                .body("problem.detail", notNullValue());

        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.ROSTER_RETURNED);
    }

    @Test
    void a_csv_with_a_quote_left_open_is_returned_with_the_row_where_it_opened() {
        String csv = "姓名,身分證字號,出生日期,身分別\n王小明,\"A123456789,0950101,學生\n林小美,B123456780,0950101,學生\n";

        checked(accepted(applications.approved(), csv.getBytes(StandardCharsets.UTF_8)))
                .body("status", equalTo("RETURNED"))
                .body("problem.type", equalTo("urn:ecard:problem:roster-open-quote"))
                .body("problem.detail", containsString("第 2 列"));
    }

    @Test
    void a_roster_before_approval_is_refused_and_leaves_nothing() {
        UUID application = applications.received();
        long files = sql.number("SELECT count(*) FROM stored_file");

        upload(application, SomeRosters.good(1, 9))
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:application-not-approved"));

        assertThat(sql.number("SELECT count(*) FROM stored_file")).isEqualTo(files);
        assertThat(sql.number("SELECT count(*) FROM roster WHERE application_id = ?", application))
                .isZero();
    }

    @Test
    void the_same_upload_sent_twice_with_one_key_is_one_roster() {
        UUID application = applications.approved();
        byte[] file = SomeRosters.good(3, 10);

        String first = location(upload(Tokens.asSchool().header("Idempotency-Key", "a-key"), application, file));
        String again = location(upload(Tokens.asSchool().header("Idempotency-Key", "a-key"), application, file));

        assertThat(again).isEqualTo(first);
        assertThat(sql.number("SELECT count(*) FROM roster WHERE application_id = ?", application))
                .isEqualTo(1);
        upload(Tokens.asSchool().header("Idempotency-Key", "a-key"), application, SomeRosters.good(3, 11))
                .statusCode(422);
    }

    @Test
    void a_stranger_finds_nothing_and_an_institution_sees_no_readers() {
        UUID application = applications.approved();
        String roster = accepted(application, SomeRosters.good(3, 12));
        checked(roster);

        upload(Tokens.asStranger(), application, SomeRosters.good(1, 13)).statusCode(404);
        Tokens.asStranger().get("/v1/rosters/" + roster).then().statusCode(404);
        Tokens.asStranger().get("/v1/rosters/" + roster + "/errors").then().statusCode(404);
        Tokens.asStranger()
                .post("/v1/rosters/" + roster + "/cancellation")
                .then()
                .statusCode(404);
        Tokens.asSchool().get("/v1/rosters/" + roster + "/readers").then().statusCode(403);
    }

    @Test
    void staff_see_masked_readers_and_the_database_holds_sealed_ones() {
        String roster = accepted(applications.approved(), SomeRosters.good(3, 14));
        checked(roster);
        List<Object> first = PeopleFixture.people(3, 14).get(0);
        String name = (String) first.get(0);
        String id = (String) first.get(1);

        String shown = Tokens.asLibrarian()
                .get("/v1/rosters/" + roster + "/readers")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].row", equalTo(2))
                .body("items[0].name", equalTo(name.substring(0, 1) + "○" + lastCharacter(name)))
                .extract()
                .asString();
        assertThat(shown).doesNotContain(name, id, (String) first.get(8));
        String sealed = sql.list(
                        row -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1),
                        "SELECT sealed FROM reader WHERE roster_id = ?",
                        uuid(roster))
                .toString();
        assertThat(sealed).doesNotContain(id);
    }

    @Test
    void a_roster_that_corrects_a_returned_case_takes_the_place_of_the_one_before() {
        UUID application = applications.approved();
        String former = accepted(application, SomeRosters.good(10, 15));
        checked(former).body("status", equalTo("ACCEPTED"));
        returnedByStaff(application);

        String corrected = accepted(application, SomeRosters.good(12, 16));

        checked(corrected).body("status", equalTo("ACCEPTED"));
        checked(former).body("status", equalTo("SUPERSEDED"));
        assertThat(ordinals(former)).isEmpty();
        assertThat(ordinals(corrected)).hasSize(12);
        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.QUEUED);
        assertThat(sql.number("SELECT count(*) FROM queue_place WHERE application_id = ?", application))
                .as("the case keeps its ticket")
                .isEqualTo(1);
        assertThat(events(application, "tw.ecard.application.corrected.v1")).hasSize(1);
    }

    @Test
    void a_roster_whose_worker_died_is_taken_over_when_its_lease_ends() {
        UUID application = applications.approved();
        UUID roster = applications.rosterInValidation(application, SomeRosters.good(20, 17));
        sql.update(
                "UPDATE roster SET status = 'VALIDATING', lease_token = ?, lease_until = now() - interval '1 second' "
                        + "WHERE id = ?",
                UUID.randomUUID(),
                roster);

        checked(roster.toString()).body("status", equalTo("ACCEPTED")).body("accepted", equalTo(20));
    }

    @Test
    void a_finished_check_cannot_be_called_off() {
        String roster = accepted(applications.approved(), SomeRosters.good(1, 18));
        checked(roster);

        Tokens.asSchool()
                .post("/v1/rosters/" + roster + "/cancellation")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:roster-not-in-validation"));
    }

    @Test
    void the_template_is_there_for_everybody() {
        for (String format : List.of("xlsx", "ods", "csv")) {
            byte[] template = RestAssured.get("/v1/roster-template?format=" + format)
                    .then()
                    .statusCode(200)
                    .header("Content-Disposition", containsString("-v1." + format))
                    .extract()
                    .asByteArray();
            assertThat(template)
                    .startsWith((format.equals("csv") ? "\uFEFF姓名,身分證字號" : "PK").getBytes(StandardCharsets.UTF_8));
        }
        RestAssured.get("/v1/roster-template?format=xls")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:template-format-not-available"));
    }

    @Test
    void a_waiting_time_out_of_bounds_is_refused() {
        String roster = accepted(applications.approved(), SomeRosters.good(1, 19));

        Tokens.asSchool().get("/v1/rosters/" + roster + "?wait=31s").then().statusCode(400);
        Tokens.asSchool().get("/v1/rosters/" + roster + "?wait=soon").then().statusCode(400);
        Tokens.asSchool()
                .get("/v1/rosters/" + UUID.randomUUID() + "?wait=1s")
                .then()
                .statusCode(404);
    }

    private void returnedByStaff(UUID application) {
        QuarkusTransaction.requiringNew()
                .run(() -> repository
                        .lock(application, Reach.EVERYTHING)
                        .returnByStaff(Lane.ISSUANCE, Set.of(Requirement.ROSTER), clock.instant()));
    }

    private static String accepted(UUID application, byte[] file) {
        ValidatableResponse answer = upload(application, file).statusCode(202).body("id", notNullValue());
        String location = location(answer);
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String location(ValidatableResponse answer) {
        return answer.statusCode(202).extract().header("Location");
    }

    private static ValidatableResponse checked(String roster) {
        return Tokens.asSchool()
                .get("/v1/rosters/" + roster + "?wait=30s")
                .then()
                .statusCode(200)
                .body("rowsRead", greaterThan(-1));
    }

    private static ValidatableResponse upload(UUID application, byte[] file) {
        return upload(Tokens.asSchool(), application, file);
    }

    private static ValidatableResponse upload(RequestSpecification caller, UUID application, byte[] file) {
        return caller.multiPart("file", "讀者資料檔.xlsx", file, "application/octet-stream")
                .post("/v1/applications/" + application + "/rosters")
                .then();
    }

    private List<Integer> ordinals(String roster) {
        return sql.list(
                row -> row.getInt(1),
                "SELECT ordinal FROM reader WHERE roster_id = ? ORDER BY sheet_row",
                uuid(roster));
    }

    private List<String> events(UUID application, String type) {
        return sql.list(
                row -> row.getString(1),
                "SELECT body FROM outbox WHERE subject = ? AND type = ?",
                application.toString(),
                type);
    }

    private static String lastCharacter(String name) {
        return name.substring(name.offsetByCodePoints(name.length(), -1));
    }

    private static List<String> nCopies(int count, String value) {
        return Collections.nCopies(count, value);
    }

    private static UUID uuid(String text) {
        return UUID.fromString(text);
    }
}
