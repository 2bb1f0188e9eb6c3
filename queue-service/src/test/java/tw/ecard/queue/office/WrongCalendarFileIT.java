package tw.ecard.queue.office;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;
import tw.ecard.queue.calendar.PublishedCalendar;

/** What cannot be taken in changes nothing, and says what to do. */
@QuarkusTest
@WithTestResource(RealStack.class)
class WrongCalendarFileIT {

    @Inject
    World world;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @Test
    void a_wrong_file_is_refused_whole_with_its_lines_in_the_callers_language() {
        String text = PublishedCalendar.of(2026).text();
        byte[] file = text.replace("20260105,一,0,", "20260105,二,1,").getBytes(StandardCharsets.UTF_8);
        importFile(file, "")
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:invalid-calendar-file"))
                .body("errorCount", equalTo(2))
                .body("errors.pointer", contains("file:6", "file:6"))
                .body("errors[0].message", containsString("星期與西元日期不符"))
                .body("errors[1].message", containsString("0（上班）或 2（放假）"));
        PublishedCalendar.sentBy(admin().header("Accept-Language", "en"), file, "")
                .statusCode(400)
                .body("errors[0].message", containsString("weekday"));
        importFile(PublishedCalendar.of(2026).without("2026-03-01").utf8(), "?dryRun=true")
                .statusCode(400)
                .body("errors.pointer", contains("file"))
                .body("errors[0].message", containsString("2026-03-01"))
                .body("missingCount", equalTo(1));
        byte[] endless = (text + "x,x,x,x\n".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
        importFile(endless, "").statusCode(400).body("errors", hasSize(50)).body("errorCount", equalTo(10_000));
        world.as("school", "institution").get("/v1/calendar/2026").then().body("workingDays", equalTo(245));
    }

    @Test
    void only_an_administrator_imports_and_only_a_file_within_the_limit() {
        byte[] file = PublishedCalendar.of(2026).utf8();
        PublishedCalendar.sentBy(world.clerk("clerk"), file, "").statusCode(403);
        admin().multiPart("other", "nothing")
                .post("/v1/calendar/imports")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:file-required"));
        byte[] large = Arrays.copyOf(file, (1 << 20) + 1);
        importFile(large, "")
                .statusCode(413)
                .body("type", equalTo("urn:ecard:problem:file-too-large"))
                .body("maximumBytes", equalTo(1 << 20));
    }

    private ValidatableResponse importFile(byte[] file, String query) {
        return PublishedCalendar.sentBy(admin(), file, query);
    }

    private RequestSpecification admin() {
        return world.as("admin", "administrator");
    }
}
