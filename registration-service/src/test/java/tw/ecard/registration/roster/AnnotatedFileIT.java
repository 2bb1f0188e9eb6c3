package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static tw.ecard.registration.roster.RosterCalls.checked;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.kit.sql.Sql;
import tw.ecard.localstack.TestTokens;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.roster.annotation.FlawedRoster;
import tw.ecard.registration.roster.check.Severity;
import tw.ecard.registration.spreadsheet.SheetWriter;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.StyledText;
import tw.ecard.registration.spreadsheet.Workbooks;
import tw.ecard.registration.spreadsheet.Workbooks.ReadRow;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class AnnotatedFileIT {

    @Inject
    SomeApplications applications;

    @Inject
    Sql sql;

    @ParameterizedTest
    @EnumSource(
            value = SpreadsheetFormat.class,
            names = {"XLSX", "ODS", "CSV"})
    void a_school_corrects_what_the_copy_names_in_the_copy_itself_and_is_accepted(SpreadsheetFormat format)
            throws IOException {
        FlawedRoster flawed = FlawedRoster.of(format, 7_100L + 10 * format.ordinal());
        UUID application = applications.approved();
        String roster = uploaded(application, "名冊." + format.extension(), flawed.file(format));
        checked(roster).body("status", equalTo("RETURNED"));

        byte[] copy = annotated(roster)
                .statusCode(200)
                .contentType(containsString(format.mediaType()))
                .header(
                        "Content-Disposition",
                        containsString("%E9%8C%AF%E8%AA%A4%E8%AA%AA%E6%98%8E." + format.extension()))
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asByteArray();
        Map<Integer, List<String>> rows = rows(copy);
        flawed.flaws().forEach((row, code) -> {
            assertThat(rows.get(row)).hasSizeGreaterThan(FlawedRoster.NOTES);
            assertThat(rows.get(row).get(FlawedRoster.NOTES))
                    .as("note of %s", code)
                    .isNotEmpty();
            if (code.severity() == Severity.ERROR) {
                rows.put(row, withNote(flawed.corrected(row), rows.get(row)));
            }
        });
        String corrected = uploaded(application, "名冊-錯誤說明." + format.extension(), written(rows, format));

        checked(corrected).body("status", equalTo("ACCEPTED")).body("errorCount", equalTo(0));
    }

    @Test
    void people_who_are_known_from_elsewhere_are_named_too() throws IOException {
        List<List<Object>> people = PeopleFixture.people(3, 7181);
        String first = RosterCalls.uploaded(applications.approved(), SomeRosters.edited(3, 7181, all -> {}));
        checked(first).body("status", equalTo("ACCEPTED"));
        byte[] again = SomeRosters.edited(5, 7182, others -> others.set(3, people.get(1)));
        String roster = RosterCalls.uploaded(applications.approved(), again);
        checked(roster).body("status", equalTo("RETURNED"));

        Map<Integer, List<String>> rows =
                rows(annotated(roster).statusCode(200).extract().asByteArray());

        assertThat(rows.get(5).get(13)).contains("另一份");
        assertThat(rows.get(4)).hasSizeLessThan(14);
    }

    @Test
    void reminders_of_an_accepted_roster_can_be_had_in_either_language() throws IOException {
        UUID application = applications.approved();
        byte[] file = SomeRosters.edited(2, 7183, people -> people.get(0).set(0, "王 小明"));
        String roster = RosterCalls.uploaded(application, file);
        checked(roster).body("status", equalTo("ACCEPTED"));

        byte[] english = Tokens.asLibrarian()
                .header("Accept-Language", "en")
                .get("/v1/rosters/" + roster + "/annotated-file")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        assertThat(rows(english).get(2).get(13)).startsWith("[Reminder] 姓名: The value");
    }

    @Test
    void without_anything_to_say_to_a_row_there_is_no_copy() {
        UUID application = applications.approved();
        String wholly = RosterCalls.uploaded(application, SomeRosters.withoutHeaders(3));
        checked(wholly).body("status", equalTo("RETURNED"));
        conflict(wholly, "annotated-file-not-available", "RETURNED");

        String good = RosterCalls.uploaded(application, SomeRosters.good(3, 7184));
        checked(good).body("status", equalTo("ACCEPTED"));
        conflict(good, "annotated-file-not-available", "ACCEPTED");

        UUID running = applications.rosterInValidation(applications.approved(), SomeRosters.withWrongIds(3, 1, 7185));
        conflict(running.toString(), "annotated-file-not-ready", "VALIDATING");

        sql.update("UPDATE roster SET status = 'CANCELLED', lease_token = NULL WHERE id = ?", running);
        conflict(running.toString(), "annotated-file-not-available", "CANCELLED");
    }

    @Test
    void a_stranger_finds_nothing_and_nobody_else_may_look() {
        String roster = RosterCalls.uploaded(applications.approved(), SomeRosters.withWrongIds(3, 1, 7186));
        checked(roster);
        String path = "/v1/rosters/" + roster + "/annotated-file";

        Tokens.asStranger().get(path).then().statusCode(404);
        Tokens.asSchool()
                .get("/v1/rosters/" + UUID.randomUUID() + "/annotated-file")
                .then()
                .statusCode(404);
        RestAssured.get(path).then().statusCode(401);
    }

    @Test
    void a_file_that_breaks_while_it_is_sent_does_not_end_like_a_whole_one() throws IOException {
        Map<Integer, List<String>> rows = new TreeMap<>(Map.of(1, PeopleFixture.HEADERS));
        for (List<Object> person : PeopleFixture.people(30_000, 7187)) {
            rows.put(rows.size() + 1, person.stream().map(Object::toString).toList());
        }
        rows.put(rows.size() + 1, List.of("王小明"));
        String roster = uploaded(applications.approved(), "名冊.csv", written(rows, SpreadsheetFormat.CSV));
        checked(roster).body("status", equalTo("RETURNED"));
        sql.update("""
                UPDATE stored_file_chunk SET content = set_byte(content, 100, 255 - get_byte(content, 100))
                WHERE number = 3 AND file_id = (SELECT file_id FROM roster WHERE id = ?)""", UUID.fromString(roster));

        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        RestAssured.baseURI + ":" + RestAssured.port + "/v1/rosters/" + roster + "/annotated-file"))
                .header(
                        "Authorization",
                        "Bearer "
                                + TestTokens.institution(
                                        SomeApplications.SCHOOL,
                                        Clock.systemUTC().instant()))
                .build();
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void what_fails_before_the_first_byte_is_told_as_a_problem() {
        String roster = RosterCalls.uploaded(applications.approved(), SomeRosters.withWrongIds(3, 1, 7188));
        checked(roster);
        sql.update(
                "UPDATE stored_file_chunk SET content = set_byte(content, 100, 255 - get_byte(content, 100)) "
                        + "WHERE file_id = (SELECT file_id FROM roster WHERE id = ?)",
                UUID.fromString(roster));

        annotated(roster)
                .statusCode(500)
                .contentType("application/problem+json")
                .header("Content-Disposition", nullValue());
    }

    private static void conflict(String roster, String code, String status) {
        annotated(roster)
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:" + code))
                .body("rosterStatus", equalTo(status));
    }

    private static ValidatableResponse annotated(String roster) {
        return Tokens.asSchool()
                .get("/v1/rosters/" + roster + "/annotated-file")
                .then();
    }

    private static String uploaded(UUID application, String name, byte[] file) {
        String location = Tokens.asSchool()
                .multiPart("file", name, file, "application/octet-stream")
                .post("/v1/applications/" + application + "/rosters")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static List<String> withNote(List<String> person, List<String> annotated) {
        List<String> row = new ArrayList<>(person);
        row.add(annotated.get(FlawedRoster.NOTES));
        return row;
    }

    private static Map<Integer, List<String>> rows(byte[] file) {
        Map<Integer, List<String>> rows = new TreeMap<>();
        for (ReadRow row : Workbooks.read(file)) {
            rows.put(row.number(), row.texts());
        }
        return rows;
    }

    private static byte[] written(Map<Integer, List<String>> rows, SpreadsheetFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SheetWriter writer = SheetWriter.start(format, out, "名冊", new int[16], 1);
        for (Map.Entry<Integer, List<String>> row : rows.entrySet()) {
            writer.row(
                    row.getKey(), row.getValue().stream().map(StyledText::plain).toList());
        }
        writer.finish();
        return out.toByteArray();
    }
}
