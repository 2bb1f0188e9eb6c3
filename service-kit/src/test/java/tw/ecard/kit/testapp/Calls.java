package tw.ecard.kit.testapp;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Instant;
import tw.ecard.localstack.TestTokens;

/** Calls of the test application, by institutions and others. */
public final class Calls {

    public static final String NOTE = note("a note");

    private Calls() {}

    public static RequestSpecification bySchool() {
        return by(TestTokens.institution("999901", now()));
    }

    public static RequestSpecification by(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    public static Instant now() {
        return Clock.systemUTC().instant();
    }

    public static String note(String text) {
        return """
                {"text": "%s", "contact": {"email": "library@example.edu.tw"}, "tags": ["one"]}""".formatted(text);
    }
}
