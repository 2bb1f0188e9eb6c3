package tw.ecard.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.testapp.Calls;
import tw.ecard.kit.testapp.Infrastructure;

@QuarkusTest
@WithTestResource(Infrastructure.class)
class PagesAndRevisionsIT {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    @Inject
    Sql sql;

    @BeforeEach
    void five_notes() {
        sql.update("DELETE FROM note");
        sql.update("INSERT INTO note (text) SELECT 'note ' || n FROM generate_series(1, 5) n");
    }

    @Test
    void following_the_links_shows_every_row_once() {
        List<String> seen = new ArrayList<>();
        String address = "/v1/notes?limit=2&keep=a%20b";
        int pages = 0;
        while (address != null) {
            Response page = Calls.bySchool().urlEncodingEnabled(false).get(address);
            seen.addAll(page.path("items.text"));
            Matcher link = NEXT.matcher(page.header("Link") == null ? "" : page.header("Link"));
            address = link.find() ? link.group(1) : null;
            assertThat(address == null || address.contains("keep=a%20b")).isTrue();
            pages++;
        }
        assertThat(seen).containsExactly("note 1", "note 2", "note 3", "note 4", "note 5");
        assertThat(pages).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!", "AA", "bm90LWEtbnVtYmVy", "%E4%B8%AD", "/w", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5"})
    void a_cursor_that_no_page_gave_is_refused(String cursor) {
        Calls.bySchool()
                .urlEncodingEnabled(false)
                .get("/v1/notes?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:invalid-cursor"));
    }

    @Test
    void a_cursor_with_a_control_character_does_not_reach_the_database() {
        Calls.bySchool().get("/v1/notes/after?cursor=AA").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void a_page_size_outside_its_bounds_is_refused(int limit) {
        Calls.bySchool()
                .get("/v1/notes?limit=" + limit)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:invalid-page-size"))
                .body("maximum", equalTo(200));
    }

    @Test
    void a_change_says_which_revision_it_saw() {
        change(null).then().statusCode(428).body("type", equalTo("urn:ecard:problem:revision-required"));
        for (String stale : List.of("\"7\"", "W/\"1\"", "*", "1")) {
            change(stale).then().statusCode(412).body("type", equalTo("urn:ecard:problem:stale-revision"));
        }
        change("\"1\"").then().statusCode(204).header("ETag", "\"2\"");
    }

    private static Response change(String revision) {
        var call = Calls.bySchool().body(Calls.NOTE);
        return (revision == null ? call : call.header("If-Match", revision)).put("/v1/notes/1");
    }
}
