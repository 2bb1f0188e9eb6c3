package tw.ecard.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.testapp.Calls;
import tw.ecard.kit.testapp.Gate;
import tw.ecard.kit.testapp.HandSetClock;
import tw.ecard.kit.testapp.Infrastructure;
import tw.ecard.localstack.TestTokens;

@QuarkusTest
@WithTestResource(Infrastructure.class)
class IdempotencyIT {

    @Inject
    Sql sql;

    @Inject
    HandSetClock clock;

    @Inject
    KeptAnswers answers;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void nothing_yet() {
        sql.update("DELETE FROM idempotency_key");
        sql.update("DELETE FROM note");
    }

    @AfterEach
    void present_time() {
        clock.reset();
    }

    @Test
    void the_same_request_again_gets_the_first_answer_and_has_one_effect() {
        Response first = create(Calls.NOTE);
        Response again = create(Calls.NOTE);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location")).isNotNull();
        assertThat(again.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(notes()).isOne();
    }

    @Test
    void spaces_in_the_json_make_no_other_request() {
        create(Calls.NOTE);
        create(Calls.NOTE.replace(": ", " :\n  ")).then().statusCode(201);
        assertThat(notes()).isOne();
    }

    @Test
    void another_body_with_the_key_is_refused() {
        create(Calls.NOTE);
        create(Calls.note("another"))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:ecard:problem:idempotency-key-reused"));
        assertThat(notes()).isOne();
    }

    @Test
    void without_a_key_every_request_counts() {
        Calls.bySchool().body(Calls.NOTE).post("/v1/notes");
        Calls.bySchool().body(Calls.NOTE).post("/v1/notes");
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void while_the_first_runs_the_same_request_is_told_to_wait() {
        CountDownLatch open = Gate.close();
        CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> create(Calls.note("wait")));
        try {
            Gate.awaitCaller();
            create(Calls.note("wait"))
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:ecard:problem:operation-still-running"));
        } finally {
            open.countDown();
        }
        assertThat(first.join().statusCode()).isEqualTo(201);
        assertThat(notes()).isOne();
    }

    @Test
    void many_at_once_have_one_effect_and_one_answer() {
        List<Response> all =
                IntStream.range(0, 8)
                        .mapToObj(n -> CompletableFuture.supplyAsync(() -> create(Calls.NOTE)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(all).extracting(Response::statusCode).containsAnyOf(201).isSubsetOf(201, 409);
        assertThat(all.stream().filter(answer -> answer.statusCode() == 201).map(Response::asString))
                .containsOnly(create(Calls.NOTE).asString());
        assertThat(notes()).isOne();
    }

    @Test
    void a_refused_request_leaves_nothing_and_keeps_no_key() {
        create(Calls.note("refuse")).then().statusCode(409);
        create("{}").then().statusCode(400);
        assertThat(notes()).isZero();
        create(Calls.NOTE).then().statusCode(201);
    }

    @Test
    void the_same_key_of_another_client_is_another_key() {
        create(Calls.NOTE);
        send(Calls.by(TestTokens.institution("999902", Calls.now())), key, Calls.note("other"))
                .then()
                .statusCode(201);
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void a_file_counts_by_its_content() {
        upload("a.csv", "one").then().statusCode(202);
        upload("b.csv", "one").then().statusCode(202);
        upload("a.csv", "two").then().statusCode(422);
        assertThat(notes()).isOne();
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        create(Calls.NOTE);
        clock.advance(Duration.ofHours(23));
        create(Calls.NOTE);
        assertThat(notes()).isOne();
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        create(Calls.note("another")).then().statusCode(201);
        assertThat(notes()).isEqualTo(2);
    }

    @Test
    void forgotten_keys_leave_the_database() {
        create(Calls.NOTE);
        clock.advance(Duration.ofHours(25));
        answers.forget();
        assertThat(sql.number("SELECT count(*) FROM idempotency_key")).isZero();
    }

    @Test
    void a_key_that_no_header_should_carry_is_refused() {
        for (String odd : List.of("with space", "k".repeat(256))) {
            send(Calls.bySchool(), odd, Calls.NOTE).then().statusCode(400);
        }
        assertThat(notes()).isZero();
    }

    private Response create(String body) {
        return send(Calls.bySchool(), key, body);
    }

    private static Response send(RequestSpecification caller, String key, String body) {
        return caller.header("Idempotency-Key", key).body(body).post("/v1/notes");
    }

    private Response upload(String name, String content) {
        return Calls.bySchool()
                .contentType("multipart/form-data")
                .header("Idempotency-Key", key)
                .multiPart("file", name, content.getBytes(StandardCharsets.UTF_8))
                .post("/v1/notes/files");
    }

    private long notes() {
        return sql.number("SELECT count(*) FROM note");
    }
}
