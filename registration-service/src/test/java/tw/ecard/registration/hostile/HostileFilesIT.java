package tw.ecard.registration.hostile;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.registration.ApplicationsOverRest;
import tw.ecard.registration.NobodyKnown;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.hostile.End.Kind;
import tw.ecard.registration.roster.check.RosterProblem.Code;

/**
 * The corpus over HTTP, against the packaged service with a heap of 256 MB: every file is accepted, returned with what is
 * wrong, or refused with a problem, and the service serves on.
 */
@QuarkusIntegrationTest
@QuarkusTestResource(RealStack.class)
class HostileFilesIT {

    private static final Logger LOG = Logger.getLogger(HostileFilesIT.class);
    private static final Path SERVICE_LOG = Path.of("target", "quarkus.log");
    private static final String PROBLEM = "urn:ecard:problem:roster-";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private UUID application;

    @BeforeEach
    void nobody_is_known() {
        NobodyKnown.forgetEverybody();
    }

    @Test
    void every_file_is_answered_and_none_leaves_a_trace_in_the_log() throws IOException {
        List<HostileFile> corpus = Corpus.all();
        SoftAssertions softly = new SoftAssertions();
        long start = System.nanoTime();
        for (HostileFile hostile : corpus) {
            Path file = directory.resolve("讀者資料檔.xlsx");
            write(hostile, file);
            softly.assertThat(tried(file))
                    .as("tried: " + hostile.name())
                    .isEqualTo(hostile.end().toString());
            softly.assertThat(uploaded(file))
                    .as("uploaded: " + hostile.name())
                    .isEqualTo(hostile.end().toString());
        }
        LOG.infof(
                "%d files, each tried and uploaded, in %d s",
                corpus.size(), (System.nanoTime() - start) / 1_000_000_000);

        softly.assertThat(Tokens.asSchool().get("/q/health/ready").statusCode()).isEqualTo(200);
        try (Stream<String> lines = Files.lines(SERVICE_LOG)) {
            softly.assertThat(lines.filter(HostileFilesIT::betrays))
                    .as("lines of the log")
                    .isEmpty();
        }
        softly.assertThat(Files.size(SERVICE_LOG)).as("bytes of the log").isPositive();
        softly.assertAll();
    }

    private static boolean betrays(String line) {
        String text = line.toLowerCase(Locale.ROOT);
        return text.contains(Corpus.MARKER) || text.contains("outofmemory") || text.contains("\"level\":\"error\"");
    }

    /** What {@code POST /v1/roster-checks} says. */
    private static String tried(Path file) {
        Response answer = Tokens.asSchool()
                .multiPart("file", file.toFile(), "application/octet-stream")
                .post("/v1/roster-checks");
        if (answer.statusCode() != 200) {
            return refusal(answer);
        }
        JsonPath report = answer.jsonPath();
        return end(report.getString("problem.type"), report.getBoolean("acceptable"));
    }

    /** What becomes of the file on the way of an application. */
    private String uploaded(Path file) {
        if (application == null) {
            application = ApplicationsOverRest.approved();
        }
        // Staff, who may upload as often as they need to.
        Response answer = Tokens.asLibrarian()
                .multiPart("file", file.toFile(), "application/octet-stream")
                .post("/v1/applications/" + application + "/rosters");
        if (answer.statusCode() != 202) {
            return refusal(answer);
        }
        JsonPath roster = checked(answer.header("Location"));
        String status = roster.getString("status");
        if (status.equals("ACCEPTED")) {
            // The people of the corpus are always the same, and nobody may stand in two rosters.
            Tokens.asSchool()
                    .post("/v1/applications/" + application + "/withdrawal")
                    .then()
                    .statusCode(200);
            application = null;
        } else if (!status.equals("RETURNED")) {
            return status;
        }
        return end(roster.getString("problem.type"), status.equals("ACCEPTED"));
    }

    private static JsonPath checked(String location) {
        long start = System.nanoTime();
        JsonPath roster;
        do {
            roster = Tokens.asSchool().get(location + "?wait=30s").jsonPath();
        } while (roster.getString("finishedAt") == null && System.nanoTime() - start < PATIENCE.toNanos());
        return roster;
    }

    private static String end(String problem, boolean accepted) {
        if (problem != null) {
            return End.returned(code(problem)).toString();
        }
        return accepted ? End.ACCEPTED.toString() : End.ROWS_WRONG.toString();
    }

    private static String refusal(Response answer) {
        String type = answer.jsonPath().getString("type");
        if (type == null || !type.startsWith(PROBLEM)) {
            return answer.statusCode() + " " + type;
        }
        Code code = code(type);
        int expected = switch (code) {
            case NOT_A_SPREADSHEET, FORMAT_NOT_ACCEPTED -> 415;
            case TOO_LARGE -> 413;
            default -> 422;
        };
        return answer.statusCode() == expected
                ? new End(Kind.REFUSED, code).toString()
                : answer.statusCode() + " " + code;
    }

    private static Code code(String problem) {
        return Code.valueOf(
                problem.substring(PROBLEM.length()).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static void write(HostileFile file, Path to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            file.content().writeTo(out);
        }
    }
}
