package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.reader.PeopleFixture;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class RosterCheckIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    SomeApplications applications;

    @Inject
    Sql sql;

    @ConfigProperty(name = "ecard.uploads.directory")
    Path uploads;

    @Test
    void a_trial_says_what_the_upload_would_say() {
        byte[] file = SomeRosters.withWarningsAndErrors(76);
        String roster = RosterCalls.uploadedAndChecked(applications.approved(), file);
        JsonPath uploaded = RosterCalls.checked(roster).extract().jsonPath();
        JsonPath errors = Tokens.asSchool()
                .get("/v1/rosters/" + roster + "/errors")
                .then()
                .extract()
                .jsonPath();

        JsonPath tried = tried(file)
                .statusCode(200)
                .body("acceptable", equalTo(false))
                .body("errorsComplete", equalTo(true))
                .body("problem", nullValue())
                .extract()
                .jsonPath();

        for (String fact : List.of(
                "format", "fileName", "rowsRead", "wrongRows", "errorCount", "warningCount", "summary", "problem")) {
            assertThat(tried.<Object>get(fact)).as(fact).isEqualTo(uploaded.get(fact));
        }
        assertThat(tried.<Object>get("errors")).isEqualTo(errors.get("items"));
    }

    @Test
    void a_good_file_would_be_acceptable() {
        tried(SomeRosters.good(20, 71))
                .statusCode(200)
                .body("acceptable", equalTo(true))
                .body("rowsRead", equalTo(20))
                .body("errors", hasSize(0));
    }

    @Test
    void a_workbook_that_is_no_roster_has_a_report_that_says_why() {
        tried(SomeRosters.withoutHeaders(5))
                .statusCode(200)
                .body("acceptable", equalTo(false))
                .body("problem.type", equalTo("urn:ecard:problem:roster-no-header-row"))
                .body("problem.detail", notNullValue());
    }

    @Test
    void a_trial_leaves_nothing_behind() throws IOException {
        Map<String, Long> before = rows();
        byte[] file = SomeRosters.withWrongIds(300, 100, 72);
        String id = (String) PeopleFixture.people(300, 72).get(299).get(SomeRosters.NATIONAL_ID);

        tried(file).statusCode(200).body(not(containsString(id.substring(0, 9))));

        Map<String, Long> after = rows();
        assertThat(after.keySet()).contains("roster", "stored_file", "roster_error", "roster_summary", "reader");
        after.forEach((table, count) -> assertThat(count).as(table).isLessThanOrEqualTo(before.get(table)));
        // The file goes when the request has ended, which is just after its answer.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!lying().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(lying()).isEmpty();
    }

    @Test
    void of_many_findings_the_first_thousand_come_and_warnings_make_room_for_errors() {
        byte[] file = SomeRosters.edited(1_100, 73, people -> {
            people.forEach(person ->
                    person.set(SomeRosters.SEX, person.get(SomeRosters.SEX).equals("男") ? "女" : "男"));
            people.subList(1_095, 1_100).forEach(person -> person.set(SomeRosters.CATEGORY, "家長"));
        });

        tried(file)
                .body("errors", hasSize(1_000))
                .body("errors.findAll { it.severity == 'ERROR' }.row", equalTo(List.of(1097, 1098, 1099, 1100, 1101)))
                .body("errors[994].row", equalTo(996))
                .body("errorsComplete", equalTo(false))
                .body("errorCount", equalTo(5))
                .body("warningCount", equalTo(1_100))
                .body("summary.find { it.code == 'SEX_MISMATCH' }.count", equalTo(1_100));
    }

    @Test
    void what_is_no_spreadsheet_is_refused_as_an_upload_of_it_is() {
        byte[] whole = SomeRosters.good(50, 74);
        Map<byte[], Integer> files = Map.of(
                "%PDF-1.7 not a roster".getBytes(StandardCharsets.US_ASCII), 415,
                Arrays.copyOf(whole, whole.length / 2), 422);

        files.forEach((file, status) -> {
            String ofUpload = call(Tokens.asSchool(), "/v1/applications/" + applications.approved() + "/rosters", file)
                    .statusCode(status)
                    .extract()
                    .path("type");
            tried(file).statusCode(status).body("type", equalTo(ofUpload));
        });
    }

    @Test
    void a_call_without_a_file_is_told_so() {
        Tokens.asSchool()
                .multiPart("other", "roster.xlsx", new byte[10], "application/octet-stream")
                .post("/v1/roster-checks")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:file-required"));
    }

    @Test
    void institutions_and_librarians_may_try_a_file_and_nobody_else() {
        call(Tokens.asLibrarian(), "/v1/roster-checks", SomeRosters.good(1, 75)).statusCode(200);
        call(Tokens.as("observer"), "/v1/roster-checks", SomeRosters.good(1, 75))
                .statusCode(403);
    }

    private static ValidatableResponse tried(byte[] file) {
        return call(Tokens.asSchool(), "/v1/roster-checks", file);
    }

    private static ValidatableResponse call(RequestSpecification caller, String path, byte[] file) {
        return caller.multiPart("file", "讀者資料檔.xlsx", file, "application/octet-stream")
                .post(path)
                .then();
    }

    /** How many rows each table has. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        sql.list(
                        row -> row.getString(1),
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
                .forEach(table -> rows.put(table, sql.number("SELECT count(*) FROM \"" + table + "\"")));
        return rows;
    }

    private List<String> lying() throws IOException {
        try (Stream<Path> files = Files.list(uploads)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .toList();
        }
    }
}
