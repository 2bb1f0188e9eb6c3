package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.registration.ApplicationsOverRest;
import tw.ecard.registration.NobodyKnown;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.spreadsheet.OdsWriter;
import tw.ecard.registration.spreadsheet.Row;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Spreadsheets;
import tw.ecard.registration.spreadsheet.Workbook;
import tw.ecard.registration.spreadsheet.XlsxTable;

/** The packaged service, as it is delivered, with a heap of 256 MB (quarkus.test.arg-line). */
@QuarkusIntegrationTest
@QuarkusTestResource(RealStack.class)
class LargeRosterIT {

    private static final Logger LOG = Logger.getLogger(LargeRosterIT.class);
    private static final int READERS = 100_000;
    private static final int MOBILE = 8;

    @TempDir
    Path directory;

    @BeforeEach
    void nobody_is_known() {
        NobodyKnown.forgetEverybody();
    }

    @Test
    void a_hundred_thousand_readers_in_an_xlsx_are_accepted_in_256_megabytes() throws IOException {
        Path file = directory.resolve("large.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            XlsxTable.write(out, "工作表1", PeopleFixture.HEADERS, people(41));
        }

        uploadAndCheck(file);
    }

    @Test
    void a_hundred_thousand_readers_in_an_ods_are_accepted_in_256_megabytes() throws IOException {
        Path file = directory.resolve("large.ods");
        try (OdsWriter ods = new OdsWriter(Files.newOutputStream(file))) {
            ods.sheet("工作表1", PeopleFixture.HEADERS.size());
            ods.row(PeopleFixture.HEADERS.toArray(String[]::new));
            people(42).forEachRemaining(row -> write(ods, row));
        }

        uploadAndCheck(file);
    }

    @Test
    void a_hundred_thousand_wrong_readers_come_back_annotated_in_256_megabytes() throws IOException {
        Path file = directory.resolve("wrong.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            XlsxTable.write(out, "工作表1", PeopleFixture.HEADERS, wrongPeople(43));
        }
        String location = Tokens.asSchool()
                .multiPart("file", file.toFile(), "application/octet-stream")
                .post("/v1/applications/" + ApplicationsOverRest.approved() + "/rosters")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        assertThat(awaited(location)).isEqualTo("RETURNED");

        long start = System.nanoTime();
        Path copy = directory.resolve("copy.xlsx");
        Files.copy(Tokens.asSchool().get(location + "/annotated-file").asInputStream(), copy);
        LOG.infof("%d bytes annotated in %d ms", Files.size(copy), (System.nanoTime() - start) / 1_000_000);

        int notes = 0;
        try (Workbook workbook = Spreadsheets.open(SpreadsheetSource.of(copy), SpreadsheetLimits.DEFAULT)) {
            workbook.nextSheet();
            for (Row row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                notes += row.cell(PeopleFixture.HEADERS.size()).text().contains("手機：") ? 1 : 0;
            }
        }
        assertThat(notes).as("every wrong row, not the listed ones alone").isEqualTo(READERS);
    }

    private void uploadAndCheck(Path file) throws IOException {
        UUID application = ApplicationsOverRest.approved();
        long start = System.nanoTime();

        ValidatableResponse received = Tokens.asSchool()
                .multiPart("file", file.toFile(), "application/octet-stream")
                .post("/v1/applications/" + application + "/rosters")
                .then()
                .statusCode(202);
        Duration answered = Duration.ofNanos(System.nanoTime() - start);
        String location = received.extract().header("Location");
        // The answer did not wait for the check.
        Tokens.asSchool().get(location).then().body("status", oneOf("RECEIVED", "VALIDATING"));
        awaited(location);
        Duration checked = Duration.ofNanos(System.nanoTime() - start).minus(answered);

        LOG.infof(
                "%d bytes: 202 after %d ms, accepted %d ms later",
                Files.size(file), answered.toMillis(), checked.toMillis());
        Tokens.asSchool()
                .get(location)
                .then()
                .body("status", equalTo("ACCEPTED"))
                .body("accepted", equalTo(READERS));
    }

    private static String awaited(String location) {
        String status = "VALIDATING";
        for (int i = 0; i < 10 && (status.equals("VALIDATING") || status.equals("RECEIVED")); i++) {
            status = Tokens.asSchool().get(location + "?wait=30s").path("status");
        }
        return status;
    }

    private static void write(OdsWriter ods, String[] row) {
        try {
            ods.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Iterator<String[]> people(long seed) {
        return PeopleFixture.people(READERS, seed).stream()
                .map(LargeRosterIT::texts)
                .iterator();
    }

    private static Iterator<String[]> wrongPeople(long seed) {
        return PeopleFixture.people(READERS, seed).stream()
                .map(LargeRosterIT::texts)
                .peek(person -> person[MOBILE] = "12345")
                .iterator();
    }

    private static String[] texts(List<Object> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
