package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

@QuarkusTest
@WithTestResource(RealStack.class)
class PreviewIT {

    /** For whoever wants to look at them. */
    private static final Path PICTURES = Path.of("target", "mail-previews");

    @Inject
    World world;

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void every_mail_can_be_looked_at_and_says_that_it_is_an_example(MailKind kind) throws IOException {
        preview("?kind=" + kind)
                .statusCode(200)
                .contentType("application/json")
                .body("kind", equalTo(kind.name()))
                .body("subject", startsWith("【範例】【國立公共資訊圖書館】" + kind.subject()))
                .body("text", startsWith("【範例】"))
                .body("text", containsString("範例高級中學"))
                .body("html", containsString("【範例】"));
        String html = preview("?format=html&kind=" + kind)
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .extract()
                .asString();
        String text = preview("?format=text&kind=" + kind)
                .statusCode(200)
                .contentType("text/plain")
                .extract()
                .asString();
        assertThat(html).contains("lang=\"zh-Hant-TW\"").doesNotContain("{", "NOT_FOUND");
        assertThat(text).doesNotContain("{", "NOT_FOUND", "\n\n\n");
        Files.createDirectories(PICTURES);
        Files.writeString(PICTURES.resolve(kind + ".html"), html);
        Files.writeString(PICTURES.resolve(kind + ".txt"), text);
    }

    @Test
    void an_unknown_kind_or_format_says_which_there_are() {
        preview("").statusCode(400).body("known", hasItem("COMPLETED"));
        preview("?kind=SPAM").statusCode(400).body("filter", equalTo("kind"));
        preview("?kind=COMPLETED&format=pdf").statusCode(400).body("known", hasItem("html"));
        world.as("watcher", "observer")
                .get("/v1/notifications/preview?kind=COMPLETED")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse preview(String query) {
        return world.clerk("clerk")
                .accept("*/*")
                .get("/v1/notifications/preview" + query)
                .then();
    }
}
