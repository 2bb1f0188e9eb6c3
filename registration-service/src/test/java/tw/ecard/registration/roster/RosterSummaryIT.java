package tw.ecard.registration.roster;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class RosterSummaryIT {

    private static final String ERRORS = "summary.findAll { it.severity == 'ERROR' }";

    @Inject
    SomeApplications applications;

    @Test
    void the_summary_counts_every_row_and_names_the_first_ten() {
        String roster = RosterCalls.uploaded(applications.approved(), SomeRosters.withWrongIds(1_200, 1_150, 61));

        RosterCalls.checked(roster)
                .body(ERRORS, hasSize(1))
                .body("summary[0].code", equalTo("NATIONAL_ID_CHECKSUM"))
                .body("summary[0].column", equalTo("身分證字號"))
                .body("summary[0].count", equalTo(1_150))
                .body(
                        "summary[0].firstRows",
                        equalTo(IntStream.range(52, 62).boxed().toList()))
                .body("summary[0].message", containsString("檢查碼"));
        Tokens.asSchool()
                .header("Accept-Language", "en")
                .get("/v1/rosters/" + roster)
                .then()
                .body("summary[0].message", containsString("check digit"));
    }

    @Test
    void a_cut_list_says_so_and_how_many_there_are() {
        String roster =
                RosterCalls.uploadedAndChecked(applications.approved(), SomeRosters.withWrongIds(1_200, 1_150, 62));

        errors(roster, "?severity=ERROR&limit=200")
                .body("items", hasSize(200))
                .body("listed", equalTo(1_000))
                .body("total", equalTo(1_150))
                .body("complete", equalTo(false));
    }

    @Test
    void errors_are_narrowed_to_a_severity_a_code_and_a_column_page_by_page() {
        UUID application = applications.approved();
        String roster = RosterCalls.uploadedAndChecked(application, SomeRosters.withWarningsAndErrors(63));

        errors(roster, "").body("total", equalTo(6)).body("complete", equalTo(true));
        errors(roster, "?severity=WARNING")
                .body("items.severity", everyItem(equalTo("WARNING")))
                .body("items.row", equalTo(List.of(1, 2, 4)))
                .body("total", equalTo(3));
        errors(roster, "?code=REQUIRED&column=姓名")
                .body("items.row", equalTo(List.of(3)))
                .body("total", equalTo(1))
                .body("complete", equalTo(true));
        errors(roster, "?severity=ERROR&code=UNKNOWN_COLUMN").body("items", empty());
        String next = errors(roster, "?severity=ERROR&limit=2")
                .body("items.row", contains(3, 3))
                .header("Link", containsString("severity=ERROR"))
                .extract()
                .path("nextCursor");
        errors(roster, "?severity=ERROR&limit=2&cursor=" + next)
                .body("items.row", contains(5))
                .body("nextCursor", nullValue());
    }

    @Test
    void an_accepted_roster_shows_what_its_warnings_were() {
        String roster = RosterCalls.uploaded(applications.approved(), SomeRosters.withWarnings(65));

        RosterCalls.checked(roster)
                .body("status", equalTo("ACCEPTED"))
                .body("summary.code", contains("SEX_MISMATCH", "UNKNOWN_COLUMN"))
                .body("summary.column", contains("性別", "座號"))
                .body("summary.firstRows", contains(List.of(2, 4), List.of(1)));
    }

    @Test
    void a_filter_that_names_nothing_of_ours_is_refused() {
        String roster = RosterCalls.uploadedAndChecked(applications.approved(), SomeRosters.good(1, 64));

        for (String filter : List.of("?severity=FATAL", "?code=NO_SUCH_CODE")) {
            Tokens.asSchool()
                    .get("/v1/rosters/" + roster + "/errors" + filter)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:ecard:problem:invalid-error-filter"));
        }
    }

    private static ValidatableResponse errors(String roster, String query) {
        return Tokens.asSchool()
                .get("/v1/rosters/" + roster + "/errors" + query)
                .then()
                .statusCode(200);
    }
}
