package tw.ecard.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.systemtests.contract.OpenApi;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Call;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.WithEcard;

/** Swagger UI is the staff's desk: its login through Keycloak, walked as a browser walks it. */
@WithEcard
class DeskLoginIT {

    private static final String VERIFIER = "a-verifier-of-forty-three-characters-or-more-0123456789";

    private final Ecard ecard;

    DeskLoginIT(Ecard ecard) {
        this.ecard = ecard;
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "queue"})
    void a_clerk_logs_in_with_a_code_and_its_verifier(String service) {
        Login login = loginOf(service);

        Answer token = login.exchange(login.codeFor("clerk"), VERIFIER).expect(200);

        String desk = service.equals("queue") ? "/v1/lanes" : "/v1/applications";
        Call.get(url(service) + desk)
                .as(token.json().path("access_token").asText())
                .send()
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "queue"})
    void the_code_is_worth_nothing_without_the_verifier(String service) {
        Login login = loginOf(service);

        login.exchange(login.codeFor("clerk"), null).expect(400);
        login.exchange(login.codeFor("clerk"), VERIFIER.replace('a', 'b')).expect(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration", "queue"})
    void keycloak_starts_no_login_without_a_challenge(String service) {
        assertThat(loginOf(service).start(null).header("location")).contains("error=invalid_request");
    }

    private String url(String service) {
        return service.equals("queue")
                ? ecard.queue().url()
                : ecard.registration().url();
    }

    /** What the page tells the browser: which client, PKCE or not, where to come back to, where to log in. */
    private Login loginOf(String service) {
        String page =
                Call.get(url(service) + "/q/swagger-ui/").send().expect(200).text();
        assertThat(page).contains("usePkceWithAuthorizationCodeGrant: true");
        JsonNode flow =
                OpenApi.of(url(service)).document().at("/components/securitySchemes/login/flows/authorizationCode");
        String back = url(service) + found("['\"](/[^'\"]*oauth2-redirect.html)['\"]", page);
        return new Login(
                found("clientId: ['\"]([^'\"]+)['\"]", page),
                back,
                flow.path("authorizationUrl").asText(),
                flow.path("tokenUrl").asText());
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in\n" + text).isTrue();
        return matcher.group(1);
    }

    private record Login(String client, String back, String authorizationUrl, String tokenUrl) {

        /** Fills in Keycloak's form and gives the code that the browser comes back with. */
        String codeFor(String user) {
            Answer form = start(challenge()).expect(200);
            String action = found("action=\"([^\"]+)\"", form.text()).replace("&amp;", "&");
            Answer answer = Call.post(action)
                    .header("Cookie", cookies(form))
                    .form(Map.of("username", user, "password", user, "credentialId", ""))
                    .send()
                    .expect(302);
            assertThat(answer.header("location")).startsWith(back);
            return found("[?&]code=([^&]+)", answer.header("location"));
        }

        /** Keycloak's answer to a browser that wants to log in. */
        Answer start(String challenge) {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("response_type", "code");
            query.put("client_id", client);
            query.put("redirect_uri", back);
            query.put("scope", "openid");
            query.put("state", UUID.randomUUID().toString());
            if (challenge != null) {
                query.put("code_challenge", challenge);
                query.put("code_challenge_method", "S256");
            }
            String parameters = query.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return Call.get(authorizationUrl + "?" + parameters).send();
        }

        Answer exchange(String code, String verifier) {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("grant_type", "authorization_code");
            form.put("client_id", client);
            form.put("redirect_uri", back);
            form.put("code", code);
            if (verifier != null) {
                form.put("code_verifier", verifier);
            }
            return Call.post(tokenUrl).form(form).send();
        }

        private static String cookies(Answer answer) {
            return answer.headers().allValues("set-cookie").stream()
                    .map(cookie -> cookie.split(";", 2)[0])
                    .collect(Collectors.joining("; "));
        }

        private static String challenge() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
