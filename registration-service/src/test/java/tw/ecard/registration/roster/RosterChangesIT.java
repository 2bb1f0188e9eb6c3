package tw.ecard.registration.roster;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class RosterChangesIT {

    @Inject
    SomeApplications applications;

    @Test
    void the_second_upload_says_what_became_of_the_errors_of_the_first() {
        UUID application = applications.approved();
        String first = RosterCalls.uploadedAndChecked(
                application, SomeRosters.edited(10, 81, people -> spoil(people, 2, 5, 7)));
        RosterCalls.checked(first).body("changes", nullValue());

        // Row 4 is deleted, so that all below move up; one error is corrected, one made.
        String second = RosterCalls.uploadedAndChecked(application, SomeRosters.edited(10, 81, people -> {
            spoil(people, 5, 7, 9);
            people.remove(2);
        }));

        RosterCalls.checked(second)
                .body("changes.since", equalTo(first))
                .body("changes.gone", equalTo(1))
                .body("changes.new", equalTo(1))
                .body("changes.remaining", equalTo(2))
                .body("changes.complete", equalTo(true));
        changes(second)
                .statusCode(200)
                .body("since", equalTo(first))
                .body("gone.row", contains(4))
                .body("gone[0].value", containsString("***"))
                .body("gone[0].message", containsString("檢查碼"))
                .body("new.row", contains(10))
                .body("remaining", equalTo(2))
                .body("counts.code", contains("NATIONAL_ID_CHECKSUM"))
                .body("counts[0].before", equalTo(3))
                .body("counts[0].now", equalTo(3));
    }

    @Test
    void an_accepted_file_has_all_errors_of_the_one_before_behind_it() {
        UUID application = applications.approved();
        String first =
                RosterCalls.uploadedAndChecked(application, SomeRosters.edited(5, 82, people -> spoil(people, 1, 3)));
        String second = RosterCalls.uploadedAndChecked(application, SomeRosters.good(5, 82));

        RosterCalls.checked(second).body("status", equalTo("ACCEPTED")).body("changes.gone", equalTo(2));
        changes(second)
                .body("since", equalTo(first))
                .body("new", empty())
                .body("remaining", equalTo(0))
                .body("counts[0].before", equalTo(2))
                .body("counts[0].now", equalTo(0));
    }

    @Test
    void files_that_were_not_read_to_their_end_are_passed_over() {
        UUID application = applications.approved();
        String first =
                RosterCalls.uploadedAndChecked(application, SomeRosters.edited(3, 83, people -> spoil(people, 1)));
        String unread = RosterCalls.uploadedAndChecked(application, SomeRosters.withoutHeaders(3));
        String third =
                RosterCalls.uploadedAndChecked(application, SomeRosters.edited(3, 83, people -> spoil(people, 1)));

        RosterCalls.checked(unread).body("changes", nullValue());
        changes(unread).statusCode(404).body("type", equalTo("urn:ecard:problem:no-earlier-roster"));
        RosterCalls.checked(third).body("changes.since", equalTo(first)).body("changes.remaining", equalTo(1));
    }

    @Test
    void where_a_list_was_cut_the_comparison_says_so_and_the_counts_are_exact() {
        UUID application = applications.approved();
        RosterCalls.uploadedAndChecked(application, SomeRosters.withWrongIds(1_100, 1_050, 84));
        String second = RosterCalls.uploadedAndChecked(application, SomeRosters.withWrongIds(1_100, 20, 84));

        changes(second)
                .body("complete", equalTo(false))
                .body("gone", hasSize(1_000 - remaining(second)))
                .body("counts[0].before", equalTo(1_050))
                .body("counts[0].now", equalTo(20));
    }

    @Test
    void there_is_nothing_to_compare_before_the_end_of_the_check_or_without_an_earlier_file() {
        UUID application = applications.approved();
        UUID running = applications.rosterInValidation(application, SomeRosters.good(1, 85));

        changes(running.toString()).statusCode(409).body("type", equalTo("urn:ecard:problem:roster-not-yet-checked"));

        String only = RosterCalls.uploadedAndChecked(applications.approved(), SomeRosters.good(1, 86));
        changes(only).statusCode(404).body("type", equalTo("urn:ecard:problem:no-earlier-roster"));
        Tokens.asStranger().get("/v1/rosters/" + only + "/changes").then().statusCode(404);
    }

    private static int remaining(String roster) {
        return changes(roster).extract().path("remaining");
    }

    private static ValidatableResponse changes(String roster) {
        return Tokens.asSchool().get("/v1/rosters/" + roster + "/changes").then();
    }

    /** The check digit of the national IDs of these people does not fit any more. */
    private static void spoil(List<List<Object>> people, int... indexes) {
        for (int index : indexes) {
            String id = (String) people.get(index).get(SomeRosters.NATIONAL_ID);
            people.get(index).set(SomeRosters.NATIONAL_ID, id.substring(0, 9) + (id.charAt(9) - '0' + 1) % 10);
        }
    }
}
