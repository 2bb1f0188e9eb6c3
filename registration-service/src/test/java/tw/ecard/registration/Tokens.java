package tw.ecard.registration;

import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import org.apache.http.entity.mime.HttpMultipartMode;
import tw.ecard.localstack.TestTokens;

/** Calls in the name of those who use the service. */
public final class Tokens {

    private Tokens() {}

    public static RequestSpecification asSchool() {
        return with(TestTokens.institution(
                SomeApplications.SCHOOL, Clock.systemUTC().instant()));
    }

    public static RequestSpecification asStranger() {
        return with(TestTokens.institution(
                SomeApplications.STRANGER, Clock.systemUTC().instant()));
    }

    public static RequestSpecification asInstitution(String code) {
        return with(TestTokens.institution(code, Clock.systemUTC().instant()));
    }

    public static RequestSpecification asLibrarian() {
        return as("librarian");
    }

    public static RequestSpecification as(String role) {
        return with(TestTokens.of("clerk", role, Clock.systemUTC().instant()));
    }

    private static RequestSpecification with(String token) {
        // As browsers do it: file names in UTF-8.
        RestAssuredConfig namesInUtf8 = RestAssured.config()
                .httpClient(HttpClientConfig.httpClientConfig().httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE))
                .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8"));
        return RestAssured.given().config(namesInUtf8).auth().oauth2(token);
    }
}
