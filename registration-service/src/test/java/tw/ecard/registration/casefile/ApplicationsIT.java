package tw.ecard.registration.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static tw.ecard.registration.Tokens.as;
import static tw.ecard.registration.Tokens.asLibrarian;
import static tw.ecard.registration.Tokens.asSchool;
import static tw.ecard.registration.Tokens.asStranger;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class ApplicationsIT {

    private static final AtomicInteger DOCUMENTS = new AtomicInteger(1);

    @Inject
    Sql sql;

    @Test
    void an_application_gets_a_receipt_number_and_says_what_is_missing() {
        Response answer =
                asSchool().contentType(ContentType.JSON).body(body(newNumber())).post("/v1/applications");

        answer.then()
                .statusCode(201)
                .header("Location", endsWith("/v1/applications/" + answer.path("id")))
                .header("ETag", notNullValue())
                .body("status", equalTo("DOCUMENTS_MISSING"))
                .body("missing", hasItems("APPLICATION_FORM", "CONSENT_DECLARATION"))
                .body("contact.extension", equalTo("117"))
                .body("queue", nullValue());
        assertThat(answer.<String>path("receiptNumber")).matches("\\d{10}");
    }

    @Test
    void the_same_document_is_taken_once_until_it_is_withdrawn() {
        String number = newNumber();
        String id = receive(number);

        asSchool()
                .contentType(ContentType.JSON)
                .body(body(number.replace("示範", " 示範")))
                .post("/v1/applications")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ecard:problem:duplicate-official-document"))
                .body("detail", notNullValue());

        asSchool().post("/v1/applications/{id}/withdrawal", id).then().statusCode(200);
        receive(number);
    }

    @Test
    void a_refused_application_gives_its_receipt_number_back() {
        long before = lastReceiptNumber(receive(newNumber()));
        String taken = newNumber();
        receive(taken);
        for (int i = 0; i < 3; i++) {
            asSchool()
                    .contentType(ContentType.JSON)
                    .body(body(taken))
                    .post("/v1/applications")
                    .then()
                    .statusCode(409);
        }

        assertThat(lastReceiptNumber(receive(newNumber()))).isEqualTo(before + 2);
    }

    @Test
    void receipt_numbers_have_no_gaps_under_concurrent_callers() throws Exception {
        long before = lastReceiptNumber(receive(newNumber()));
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            calls.add(() -> receive(newNumber()));
        }
        List<Long> numbers = new ArrayList<>();
        for (Future<String> received : callers.invokeAll(calls)) {
            numbers.add(lastReceiptNumber(received.get()));
        }
        callers.shutdown();

        assertThat(numbers.stream().sorted().toList())
                .isEqualTo(java.util.stream.LongStream.rangeClosed(before + 1, before + 40)
                        .boxed()
                        .toList());
    }

    @Test
    void a_body_that_breaks_the_rules_is_answered_with_every_place() {
        asSchool()
                .contentType(ContentType.JSON)
                .body(body("高第12號").replace("\"999901\"", "\"9999\"").replace("2026-11-20", "2999-01-01"))
                .post("/v1/applications")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ecard:problem:invalid-application"))
                .body(
                        "errors.pointer",
                        contains("/institution/code", "/officialDocument/number", "/officialDocument/issuedOn"))
                .body("errors[1].message", notNullValue());
        asSchool()
                .contentType(ContentType.JSON)
                .body(body(newNumber()).replace("library@example.edu.tw", "no address"))
                .post("/v1/applications")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/contact/email"));
    }

    @Test
    void an_institution_applies_for_itself_only_and_staff_for_any() {
        asStranger()
                .contentType(ContentType.JSON)
                .body(body(newNumber()))
                .post("/v1/applications")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ecard:problem:foreign-institution"));
        asLibrarian()
                .contentType(ContentType.JSON)
                .body(body(newNumber()))
                .post("/v1/applications")
                .then()
                .statusCode(201);
    }

    @Test
    void a_stranger_finds_nothing() {
        String id = receive(newNumber());

        asStranger().get("/v1/applications/{id}", id).then().statusCode(404);
        asStranger().get("/v1/applications/{id}/timeline", id).then().statusCode(404);
        asStranger().post("/v1/applications/{id}/withdrawal", id).then().statusCode(404);
        asStranger().get("/v1/applications").then().statusCode(200).body("items", empty());
    }

    @Test
    void an_observer_sees_no_people() {
        String id = receive(newNumber());

        ValidatableResponse seen =
                as("observer").get("/v1/applications/{id}", id).then();

        seen.statusCode(200).body("status", equalTo("DOCUMENTS_MISSING"));
        assertThat(seen.extract().asString()).doesNotContain("王大明", "library@example.edu.tw", "attachments");
        as("observer").get("/v1/applications/{id}/contact/history", id).then().statusCode(403);
    }

    @Test
    void the_list_is_paged_newest_first_and_searched_by_number() {
        String first = receive(newNumber());
        String second = receive(newNumber());
        String number = asSchool().get("/v1/applications/{id}", first).path("receiptNumber");

        Response page = asSchool().queryParam("limit", 1).get("/v1/applications");

        page.then().statusCode(200).body("items", hasSize(1)).header("Link", notNullValue());
        String cursor = page.path("nextCursor");
        assertThat(page.<String>path("items[0].id")).isEqualTo(second);
        asSchool()
                .queryParam("limit", 1)
                .queryParam("cursor", cursor)
                .get("/v1/applications")
                .then()
                .body("items[0].id", equalTo(first));
        asLibrarian().queryParam("q", number).get("/v1/applications").then().body("items.id", contains(first));
        asLibrarian().queryParam("q", "王大明").get("/v1/applications").then().body("items", empty());
        asLibrarian().queryParam("q", "%").get("/v1/applications").then().body("items", empty());
        asLibrarian()
                .queryParam("status", "DOCUMENTS_MISSING")
                .queryParam("institution", "999901")
                .queryParam("receivedFrom", "2026-01-01")
                .get("/v1/applications")
                .then()
                .body("items.id", hasItem(second));
    }

    @Test
    void a_contact_is_changed_by_who_saw_the_present_one() {
        String id = receive(newNumber());
        String etag = asSchool().get("/v1/applications/{id}", id).header("ETag");
        String contact = "{\"name\": \"李小華\", \"email\": \"new@example.edu.tw\", \"phone\": \"05-5512345\"}";

        asSchool()
                .contentType(ContentType.JSON)
                .body(contact)
                .put("/v1/applications/{id}/contact", id)
                .then()
                .statusCode(428);
        asSchool()
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(contact)
                .put("/v1/applications/{id}/contact", id)
                .then()
                .statusCode(200)
                .body("contact.name", equalTo("李小華"))
                .body("contact.version", equalTo(2));
        asSchool()
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body(contact)
                .put("/v1/applications/{id}/contact", id)
                .then()
                .statusCode(412);
        asSchool().get("/v1/applications/{id}/contact/history", id).then().body("name", contains("王大明", "李小華"));
        as("service")
                .get("/v1/applications/{id}/notification-context", id)
                .then()
                .statusCode(200)
                .body("contact.email", equalTo("new@example.edu.tw"))
                .body("contactVersion", equalTo(2))
                .body("presentContact", equalTo(true))
                .body("returnedRosterId", nullValue())
                .body("round", equalTo(1));
    }

    @Test
    void a_former_contact_is_told_by_the_version_that_an_event_names() {
        String id = receive(newNumber());
        nameContact(id, "李小華", "new@example.edu.tw");
        nameContact(id, "王大明", "LIBRARY@example.edu.tw");

        notificationContext(id, 2)
                .statusCode(200)
                .body("contact.name", equalTo("李小華"))
                .body("contact.email", equalTo("new@example.edu.tw"))
                .body("presentContact", equalTo(false))
                .body("contactVersion", equalTo(3));
        // The same mailbox again: who reads it must not be told that mails end.
        notificationContext(id, 1)
                .body("contact.email", equalTo("library@example.edu.tw"))
                .body("presentContact", equalTo(true));
        notificationContext(id, 4).statusCode(404);
        asSchool()
                .get("/v1/applications/{id}/notification-context?contactVersion=1", id)
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse notificationContext(String id, int contactVersion) {
        return as("service")
                .queryParam("contactVersion", contactVersion)
                .get("/v1/applications/{id}/notification-context", id)
                .then();
    }

    private static void nameContact(String id, String name, String email) {
        asSchool()
                .contentType(ContentType.JSON)
                .header("If-Match", asSchool().get("/v1/applications/{id}", id).header("ETag"))
                .body("{\"name\": \"%s\", \"email\": \"%s\", \"phone\": \"05-5512345\"}".formatted(name, email))
                .put("/v1/applications/{id}/contact", id)
                .then()
                .statusCode(200);
    }

    @Test
    void the_timeline_tells_an_institution_the_role_and_staff_the_name() {
        String id = receive(newNumber());

        asSchool()
                .get("/v1/applications/{id}/timeline", id)
                .then()
                .body("what", contains("RECEIVED"))
                .body("[0].who", equalTo("institution"))
                .body("[0].name", nullValue());
        asLibrarian().get("/v1/applications/{id}/timeline", id).then().body("[0].name", notNullValue());
    }

    @Test
    void a_repeated_call_with_its_key_records_once() {
        String key = UUID.randomUUID().toString();
        String body = body(newNumber());

        String first = withKey(key, body).then().statusCode(201).extract().path("id");
        String again = withKey(key, body).then().statusCode(201).extract().path("id");

        assertThat(again).isEqualTo(first);
        withKey(key, body(newNumber())).then().statusCode(422);
    }

    private static Response withKey(String key, String body) {
        return asSchool()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/applications");
    }

    private long lastReceiptNumber(String id) {
        return sql.number("SELECT receipt_number::bigint FROM application WHERE id = ?", UUID.fromString(id));
    }

    private static String receive(String number) {
        return asSchool()
                .contentType(ContentType.JSON)
                .body(body(number))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String newNumber() {
        return "示範圖字第115%06d號".formatted(DOCUMENTS.getAndIncrement());
    }

    private static String body(String number) {
        return ApplicationExamples.NEW_APPLICATION.replace("示範圖字第1150001234號", number);
    }
}
