package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.sql.Sql;
import tw.ecard.localstack.TestTokens;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class RosterProgressIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    SomeApplications applications;

    @Inject
    FollowingRoster following;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    @Test
    void a_finished_roster_is_told_at_once_and_the_stream_ends() throws IOException {
        String roster = RosterCalls.uploadedAndChecked(applications.approved(), SomeRosters.withWrongIds(10, 2, 121));
        JsonNode shown = json.readTree(RosterCalls.checked(roster).extract().asString());

        try (Stream stream = new Stream(roster)) {
            assertThat(stream.head).startsWith("HTTP/1.1 200").containsIgnoringCase("text/event-stream");
            Event event = stream.next();
            assertThat(event.name).isEqualTo("finished");
            assertThat(json.readTree(event.data)).isEqualTo(shown);
            assertThat(stream.next()).isNull();
        }
        awaitFollowers(0);
    }

    @Test
    void a_check_that_another_replica_does_is_followed_to_its_end() throws IOException {
        UUID roster = applications.rosterInValidation(applications.approved(), SomeRosters.good(1, 122));

        try (Stream stream = new Stream(roster.toString())) {
            assertThat(stream.next()).isEqualTo(progress(0, null));
            sql.update("UPDATE roster SET rows_read = 500, rows_total = 1000 WHERE id = ?", roster);
            assertThat(stream.next()).isEqualTo(progress(500, 1000));
            sql.update("UPDATE roster SET rows_read = 900 WHERE id = ?", roster);
            assertThat(stream.next()).isEqualTo(progress(900, 1000));
            sql.update("UPDATE roster SET status = 'RETURNED', finished_at = now() WHERE id = ?", roster);
            Event last = stream.next();
            assertThat(last.name).isEqualTo("finished");
            assertThat(json.readTree(last.data).path("status").asText()).isEqualTo("RETURNED");
            assertThat(stream.next()).isNull();
        }
        awaitFollowers(0);
    }

    @Test
    void nobody_looks_any_more_when_the_follower_has_gone() throws IOException {
        UUID roster = applications.rosterInValidation(applications.approved(), SomeRosters.good(1, 123));

        try (Stream stream = new Stream(roster.toString())) {
            assertThat(stream.next()).isEqualTo(progress(0, null));
            awaitFollowers(1);
        }

        awaitFollowers(0);
    }

    @Test
    void a_stranger_gets_a_problem_and_no_stream() {
        UUID roster = applications.rosterInValidation(applications.approved(), SomeRosters.good(1, 124));

        Tokens.asStranger()
                .accept("text/event-stream")
                .get("/v1/rosters/" + roster + "/progress")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ecard:problem:not-found"));
        RestAssured.get("/v1/rosters/" + roster + "/progress").then().statusCode(401);
        Tokens.as("observer").get("/v1/rosters/" + roster + "/progress").then().statusCode(403);
    }

    private void awaitFollowers(int number) {
        await(() -> following.followers() == number);
        assertThat(following.followers()).isEqualTo(number);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
    }

    private static Event progress(int rowsRead, Integer rowsTotal) {
        return new Event(
                "progress",
                "{\"status\":\"VALIDATING\",\"rowsRead\":%d,\"rowsTotal\":%s}".formatted(rowsRead, rowsTotal));
    }

    private record Event(String name, String data) {}

    /** Events, read line by line; what belongs to the chunks of HTTP is passed over. A connection on which nothing is read but what the test asks for. */
    private static final class Stream implements AutoCloseable {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        private final BufferedReader lines;
        private final String head;

        Stream(String roster) throws IOException {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            String token = TestTokens.institution(
                    SomeApplications.SCHOOL, Clock.systemUTC().instant());
            String request = """
                    GET /v1/rosters/%s/progress HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Connection: close

                    """.formatted(roster, token);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            StringBuilder read = new StringBuilder();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                read.append(line).append('\n');
            }
            head = read.toString();
        }

        /** The next event; null when the stream has ended. */
        Event next() throws IOException {
            String name = null;
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring("data:".length()).strip());
                } else if (line.isEmpty() && name != null) {
                    return new Event(name, data.toString());
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
