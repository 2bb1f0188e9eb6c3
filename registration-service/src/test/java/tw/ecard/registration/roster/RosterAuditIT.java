package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.reader.PeopleFixture;

/** What is done with people's data can be read afterwards: who, what, how much of it, and nothing of the people. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
class RosterAuditIT {

    @Inject
    SomeApplications applications;

    @Test
    void a_look_at_readers_is_one_entry_a_page() {
        String roster = RosterCalls.uploadedAndChecked(applications.approved(), SomeRosters.good(5, 9401));
        Tokens.asLibrarian()
                .get("/v1/rosters/" + roster + "/readers?limit=3")
                .then()
                .statusCode(200)
                .body("items", hasSize(3));
        entries(roster, "READERS_SEEN_MASKED")
                .body("items", hasSize(1))
                .body("items[0].actor", equalTo("clerk"))
                .body("items[0].role", equalTo("librarian"))
                .body("items[0].subjectKind", equalTo("ROSTER"))
                .body("items[0].detail.afterRow", equalTo(0))
                .body("items[0].detail.rows", equalTo(3));
    }

    @Test
    void an_annotated_copy_is_noted_when_staff_take_it_and_not_when_its_sender_does() {
        String roster = RosterCalls.uploadedAndChecked(applications.approved(), SomeRosters.withWrongIds(4, 1, 9402));
        Tokens.asSchool()
                .get("/v1/rosters/" + roster + "/annotated-file")
                .then()
                .statusCode(200);
        entries(roster, "ANNOTATED_FILE_TAKEN").body("items", hasSize(0));
        Tokens.asLibrarian()
                .get("/v1/rosters/" + roster + "/annotated-file")
                .then()
                .statusCode(200);
        entries(roster, "ANNOTATED_FILE_TAKEN").body("items.actor", contains("clerk"));
    }

    @Test
    void holding_the_people_of_an_upload_against_those_who_are_known_is_one_entry_with_counts() {
        List<List<Object>> people = PeopleFixture.people(6, 9403);
        String accepted = RosterCalls.uploadedAndChecked(applications.approved(), SomeRosters.of(people));
        String returned = RosterCalls.uploadedAndChecked(applications.approved(), SomeRosters.of(people.subList(0, 2)));
        entries(accepted, "PEOPLE_COMPARED")
                .body("items", hasSize(1))
                .body("items[0].role", equalTo("system"))
                .body("items[0].detail.people", equalTo(6))
                .body("items[0].detail.inProgress", equalTo(0));
        String entry = entries(returned, "PEOPLE_COMPARED")
                .body("items", hasSize(1))
                .body("items[0].detail.people", equalTo(2))
                .body("items[0].detail.holders", equalTo(0))
                .body("items[0].detail.inProgress", equalTo(2))
                .extract()
                .asString();
        assertThat(entry).doesNotContain((String) people.get(0).get(0), (String)
                people.get(0).get(1));
    }

    @Test
    void a_file_without_people_is_compared_with_nobody() {
        String roster = RosterCalls.uploadedAndChecked(applications.approved(), SomeRosters.withoutHeaders(3));
        entries(roster, "PEOPLE_COMPARED").body("items", hasSize(0));
        Tokens.as("administrator")
                .get("/v1/audit-entries/verification")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }

    private static ValidatableResponse entries(String roster, String action) {
        return Tokens.as("administrator")
                .get("/v1/audit-entries?subject=" + roster + "&action=" + action)
                .then()
                .statusCode(200);
    }
}
