package tw.ecard.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** That the realm is the documented one, asked of a running Keycloak: who gets a token, and what is in it. */
final class RealmChecks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String realm;

    private RealmChecks(String keycloak) {
        this.realm = keycloak + "/realms/ecard";
    }

    static void all(String keycloak) throws IOException {
        RealmChecks checks = new RealmChecks(keycloak);
        checks.client("demo-school", "institution", "999901");
        checks.client("demo-agency", "institution", "A99990000I");
        checks.client("demo-observer", "observer", null);
        checks.client("queue-service", "service", null);
        checks.client("registration-service", "service", null);
        checks.user("clerk", "librarian");
        checks.user("clerk2", "librarian");
        checks.user("admin", "administrator", "librarian");
        checks.loginOfTheDesk();
    }

    private void client(String id, String role, String institution) throws IOException {
        JsonNode claims =
                claims(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", id + "-secret"));
        assertCommon(claims, role);
        assertThat(claims.path("institution_code").asText(null)).isEqualTo(institution);
    }

    private void user(String name, String... roles) throws IOException {
        JsonNode claims =
                claims(Map.of("grant_type", "password", "client_id", "ecard-cli", "username", name, "password", name));
        assertCommon(claims, roles);
        assertThat(claims.path("preferred_username").asText()).isEqualTo(name);
    }

    private void assertCommon(JsonNode claims, String... roles) {
        assertThat(claims.path("iss").asText()).isEqualTo(realm);
        assertThat(claims.path("aud").toString()).contains("\"ecard\"");
        assertThat(claims.path("realm_access").path("roles"))
                .extracting(JsonNode::asText)
                .contains(roles);
        // Keycloak reads its clock for each of the two.
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isCloseTo(15 * 60, within(1L));
        assertThat(claims.path("sub").asText()).isNotEmpty();
    }

    /** Swagger UI's login: with PKCE the form comes, without it Keycloak refuses, and strangers are not sent back to. */
    private void loginOfTheDesk() throws IOException {
        String desk = "http://localhost:8081/q/swagger-ui/oauth2-redirect.html";
        String challenge = "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        assertThat(login(desk, challenge).statusCode()).isEqualTo(200);
        assertThat(login(desk, "").headers().firstValue("location"))
                .hasValueSatisfying(location -> assertThat(location).contains("code_challenge_method"));
        assertThat(login("http://evil.example/", challenge).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> login(String redirect, String more) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(realm
                + "/protocol/openid-connect/auth?client_id=ecard-desk&response_type=code&scope=openid&redirect_uri="
                + URLEncoder.encode(redirect, StandardCharsets.UTF_8) + more)));
    }

    private JsonNode claims(Map<String, String> form) throws IOException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&")))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String token = JSON.readTree(answer.body()).path("access_token").asText();
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
