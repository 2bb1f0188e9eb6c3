package tw.ecard.registration.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.TestTokens;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class UploadsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @ConfigProperty(name = "ecard.uploads.directory")
    Path directory;

    @Test
    void a_body_over_the_limit_is_refused_by_its_announcement_with_a_problem() throws IOException {
        String answer = announce(500L << 20);

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "http-413");
    }

    @Test
    void no_upload_outlives_its_request() throws IOException {
        Tokens.asSchool()
                .multiPart("file", "roster.xlsx", new byte[100_000], "application/octet-stream")
                .post("/v1/applications/" + UUID.randomUUID() + "/rosters")
                .then()
                .statusCode(404);

        // The file goes when the request has ended, which is just after its answer.
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!lying().isEmpty() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(lying()).isEmpty();
    }

    private List<String> lying() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .toList();
        }
    }

    private static String announce(long bytes) throws IOException {
        String head = """
                POST /v1/applications/%s/rosters HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: multipart/form-data; boundary=x
                Content-Length: %d
                Connection: close

                --x
                """.formatted(
                        UUID.randomUUID(),
                        TestTokens.institution(
                                SomeApplications.SCHOOL, Clock.systemUTC().instant()),
                        bytes);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[10_000];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, read, StandardCharsets.UTF_8);
        }
    }
}
