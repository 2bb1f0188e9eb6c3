package tw.ecard.registration.roster;

import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import tw.ecard.registration.Tokens;

/** What a school does with its reader-data file. */
final class RosterCalls {

    private RosterCalls() {}

    /** Uploads the file; gives the roster's id. */
    static String uploaded(UUID application, byte[] file) {
        String location = Tokens.asSchool()
                .multiPart("file", "讀者資料檔.xlsx", file, "application/octet-stream")
                .post("/v1/applications/" + application + "/rosters")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Waits for the end of the check; gives the roster as it was answered. */
    static ValidatableResponse checked(String roster) {
        return Tokens.asSchool()
                .get("/v1/rosters/" + roster + "?wait=30s")
                .then()
                .statusCode(200)
                .body("status", not(oneOf("RECEIVED", "VALIDATING")));
    }

    /** Uploads the file and waits for the end of its check; gives the roster's id. */
    static String uploadedAndChecked(UUID application, byte[] file) {
        String roster = uploaded(application, file);
        checked(roster);
        return roster;
    }
}
