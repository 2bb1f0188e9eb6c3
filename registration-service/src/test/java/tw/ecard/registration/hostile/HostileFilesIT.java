package tw.ecard.registration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.localstack.TestTokens;
import tw.ecard.registration.ApplicationsOverRest;
import tw.ecard.registration.NobodyKnown;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.hostile.End.Kind;
import tw.ecard.registration.hostile.Wire.Answer;
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

    private final Wire school = new Wire(TestTokens.institution(SomeApplications.SCHOOL, now()));
    private final Wire staff = new Wire(TestTokens.of("clerk", "librarian", now()));
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

        softly.assertThat(school.get("/q/health/ready").status()).isEqualTo(200);
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
    private String tried(Path file) throws IOException {
        Answer answer = school.post("/v1/roster-checks", file);
        if (answer.status() != 200) {
            return refusal(answer);
        }
        return end(answer.body(), answer.body().path("acceptable").asBoolean());
    }

    /** What becomes of the file on the way of an application. */
    private String uploaded(Path file) throws IOException {
        if (application == null) {
            application = ApplicationsOverRest.approved();
        }
        // Staff, who may upload as often as they need to.
        Answer answer = staff.post("/v1/applications/" + application + "/rosters", file);
        if (answer.status() != 202) {
            return refusal(answer);
        }
        JsonNode roster = checked(answer.location());
        String status = roster.path("status").asText();
        if (status.equals("ACCEPTED")) {
            // The people of the corpus are always the same, and nobody may stand in two rosters.
            assertThat(school.post("/v1/applications/" + application + "/withdrawal")
                            .status())
                    .isEqualTo(200);
            application = null;
        } else if (!status.equals("RETURNED")) {
            return status;
        }
        return end(roster, status.equals("ACCEPTED"));
    }

    private JsonNode checked(String location) throws IOException {
        long start = System.nanoTime();
        JsonNode roster;
        do {
            roster = school.get(location + "?wait=30s").body();
        } while (!roster.hasNonNull("finishedAt") && System.nanoTime() - start < PATIENCE.toNanos());
        return roster;
    }

    private static String end(JsonNode checked, boolean accepted) {
        if (checked.at("/problem/type").isTextual()) {
            return End.returned(code(checked.at("/problem/type").asText())).toString();
        }
        return accepted ? End.ACCEPTED.toString() : End.ROWS_WRONG.toString();
    }

    private static String refusal(Answer answer) {
        String type = answer.body().path("type").asText();
        if (!type.startsWith(PROBLEM)) {
            return answer.status() + " " + type;
        }
        Code code = code(type);
        int expected = switch (code) {
            case NOT_A_SPREADSHEET, FORMAT_NOT_ACCEPTED -> 415;
            case TOO_LARGE -> 413;
            default -> 422;
        };
        return answer.status() == expected ? new End(Kind.REFUSED, code).toString() : answer.status() + " " + code;
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
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
