package tw.ecard.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends requests with the token of whoever speaks; a token is asked for anew for every request of a demo this short. */
final class Wire {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String tokenEndpoint;

    Wire(String realm) {
        this.tokenEndpoint = realm + "/protocol/openid-connect/token";
    }

    Answer send(Identity who, HttpRequest.Builder request) {
        if (who != null) {
            request.header("Authorization", "Bearer " + token(who));
        }
        return plain(request.header("Accept-Language", "zh-TW").timeout(PATIENCE));
    }

    String write(JsonNode json) {
        return json.toString();
    }

    private String token(Identity who) {
        String form = who.grant().entrySet().stream().map(Wire::field).collect(Collectors.joining("&"));
        Answer answer = plain(HttpRequest.newBuilder(URI.create(tokenEndpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.status() != 200) {
            throw new DemoFailed("Keycloak gave no token to " + who.name() + ": " + answer.json());
        }
        return answer.text("/access_token");
    }

    private Answer plain(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            HttpResponse<byte[]> response = http.send(built, BodyHandlers.ofByteArray());
            byte[] body = response.body();
            String type = response.headers().firstValue("Content-Type").orElse("");
            JsonNode json =
                    type.contains("json") && body.length > 0 ? mapper.readTree(body) : MissingNode.getInstance();
            return new Answer(
                    response.statusCode(),
                    json,
                    response.headers().firstValue("ETag").orElse(null),
                    body.length);
        } catch (IOException e) {
            throw new DemoFailed(built.method() + " " + built.uri() + " could not be sent: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Interrupted");
        }
    }

    private static String field(Map.Entry<String, String> field) {
        return field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
    }
}
