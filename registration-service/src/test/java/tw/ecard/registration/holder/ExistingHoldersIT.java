package tw.ecard.registration.holder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.WithdrawingApplication;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.roster.SomeRosters;
import tw.ecard.registration.spreadsheet.Workbooks;
import tw.ecard.registration.vault.FileVault;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class ExistingHoldersIT {

    private static final String IMPORTS = "/v1/existing-holders/imports";
    private static final String REMOVALS = "/v1/existing-holders/removals";

    @Inject
    SomeApplications applications;

    @Inject
    WithdrawingApplication withdrawing;

    @Inject
    HolderImports imports;

    @Inject
    ImportingHolders importing;

    @Inject
    FileVault vault;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void whoever_is_in_the_register_is_refused_in_a_roster() {
        List<String> ids = ids(30, 301);

        imported(register(ids)).body("status", equalTo("IMPORTED")).body("added", equalTo(30));

        String roster = roster(SomeRosters.good(31, 301));
        Tokens.asSchool()
                .get("/v1/rosters/" + roster + "?wait=30s")
                .then()
                .body("status", equalTo("RETURNED"))
                .body("errorCount", equalTo(30));
        Tokens.asSchool()
                .get("/v1/rosters/" + roster + "/errors?limit=200")
                .then()
                .body("items.code", hasItem("ALREADY_HOLDS_CARD"))
                .body("items.code", not(hasItem("DUPLICATE_IN_PROGRESS")));
    }

    @Test
    void an_import_and_a_removal_are_one_entry_each_in_the_audit_log_and_name_nobody() {
        List<String> ids = ids(4, 319);
        String register = imported(register(ids)).extract().path("id");
        removal(ids.get(0)).statusCode(204);

        administrator()
                .get("/v1/audit-entries?subject=" + register)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("HOLDERS_IMPORTED"))
                .body("items[0].role", equalTo("administrator"))
                .body("items[0].detail.rows", equalTo(4))
                .body("items[0].detail.added", equalTo(4));
        String removals = administrator()
                .get("/v1/audit-entries?action=HOLDER_REMOVED&limit=1")
                .then()
                .statusCode(200)
                .body("items[0].subjectKind", equalTo("HOLDER_REMOVAL"))
                .extract()
                .asString();
        assertThat(removals).doesNotContain(ids.get(0), "名單誤植");
    }

    @Test
    void only_hashes_are_kept_and_no_file() {
        long files = sql.number("SELECT count(*) FROM stored_file");
        List<String> ids = ids(3, 302);

        imported(register(ids)).body("status", equalTo("IMPORTED")).body("finishedAt", notNullValue());

        assertThat(sql.number("SELECT count(*) FROM stored_file")).isEqualTo(files);
        String kept = sql.list(row -> row.getString(1), "SELECT k::text FROM known_person k")
                + sql.list(row -> row.getString(1), "SELECT i::text FROM existing_holder_import i")
                        .toString();
        assertThat(kept).doesNotContain(ids);
    }

    @Test
    void a_wrong_number_is_listed_and_the_others_count() {
        List<String> ids = ids(5, 303);
        List<List<Object>> rows = register(ids);
        rows.add(List.of("A123456788"));
        rows.add(List.of("A800000014"));
        rows.add(List.of(ids.get(0)));

        ValidatableResponse done = imported(rows)
                .body("status", equalTo("IMPORTED"))
                .body("read", equalTo(8))
                .body("added", equalTo(5))
                .body("alreadyKnown", equalTo(1))
                .body("wrong", equalTo(2))
                .body("problem", nullValue());

        String id = done.extract().path("id");
        administrator()
                .get(IMPORTS + "/" + id + "/errors")
                .then()
                .body("items.row", equalTo(List.of(7, 8)))
                .body("items.code", equalTo(List.of("NATIONAL_ID_CHECKSUM", "NOT_ROC_NATIONAL")))
                .body("items[0].value", equalTo("A12*****88"))
                .body("items[0].message", containsString("檢查碼"));
        administrator()
                .get(IMPORTS + "/" + id + "/errors?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", notNullValue());
    }

    @Test
    void whoever_was_imported_before_is_known_already() {
        imported(register(ids(10, 304))).body("added", equalTo(10));

        imported(register(ids(15, 304))).body("added", equalTo(5)).body("alreadyKnown", equalTo(10));

        assertThat(sql.number("SELECT count(*) FROM known_person")).isEqualTo(15);
    }

    @Test
    void a_register_may_have_more_columns_and_titles_and_needs_its_one() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("既有持證人一覽"));
        rows.add(List.of("序號", "卡號", "身份證字號"));
        ids(4, 305).forEach(id -> rows.add(List.of(1, "TC00001234", id.toLowerCase(java.util.Locale.ROOT))));
        imported(rows).body("added", equalTo(4)).body("wrong", equalTo(0));

        List<List<Object>> without = new ArrayList<>(List.of(List.of("姓名", "卡號"), List.of("王大明", "TC00001234")));
        imported(without)
                .body("status", equalTo("REFUSED"))
                .body("problem", containsString("身分證字號"))
                .body("added", equalTo(0));
    }

    @Test
    void what_is_no_spreadsheet_is_refused_and_nothing_is_kept_of_it() {
        long files = sql.number("SELECT count(*) FROM stored_file");

        imported("%PDF-1.7 no register".getBytes(StandardCharsets.US_ASCII))
                .body("status", equalTo("REFUSED"))
                .body("problem", containsString("試算表"));

        assertThat(sql.number("SELECT count(*) FROM stored_file")).isEqualTo(files);
    }

    @Test
    void somebody_held_by_a_roster_holds_a_card_from_the_import_on_whatever_becomes_of_the_roster() {
        UUID application = applications.approved();
        String roster = roster(application, SomeRosters.good(5, 306));
        Tokens.asSchool().get("/v1/rosters/" + roster + "?wait=30s").then().body("status", equalTo("ACCEPTED"));

        imported(register(ids(2, 306))).body("added", equalTo(2));
        withdrawing.withdraw(application, Reach.EVERYTHING, Actor.SYSTEM);

        assertThat(sql.number("SELECT count(*) FROM known_person")).isEqualTo(2);
        imported(register(ids(2, 306))).body("added", equalTo(0)).body("alreadyKnown", equalTo(2));
    }

    @Test
    void an_import_whose_worker_died_is_taken_over_and_counts_nobody_twice() {
        UUID id = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            imports.add(id, store(Workbooks.xlsx(register(ids(6, 307)))), "register.xlsx", clock.instant(), "admin");
            sql.update(
                    "UPDATE existing_holder_import SET status = 'IMPORTING', lease_token = ?,"
                            + " lease_until = now() - interval '1 second' WHERE id = ?",
                    UUID.randomUUID(),
                    id);
        });

        administrator()
                .get(IMPORTS + "/" + id + "?wait=30s")
                .then()
                .body("status", equalTo("IMPORTED"))
                .body("added", equalTo(6));
    }

    @Test
    void somebody_in_the_register_by_mistake_is_taken_out_again() {
        List<String> ids = ids(2, 308);
        imported(register(ids)).body("added", equalTo(2));

        removal(ids.get(0)).statusCode(204);

        assertThat(sql.number("SELECT count(*) FROM known_person")).isEqualTo(1);
        assertThat(sql.number("SELECT count(*) FROM existing_holder_removal WHERE reason = '名單誤植'"
                        + " AND removed_by = 'clerk'"))
                .isPositive();
        removal(ids.get(0)).statusCode(404).body("type", equalTo("urn:ecard:problem:holder-not-registered"));
        removal("A123456788").statusCode(400).body("type", equalTo("urn:ecard:problem:invalid-national-id"));
    }

    @Test
    void whoever_is_only_held_by_a_roster_cannot_be_taken_out() {
        String roster = roster(applications.approved(), SomeRosters.good(1, 309));
        Tokens.asSchool().get("/v1/rosters/" + roster + "?wait=30s").then().body("status", equalTo("ACCEPTED"));

        removal(ids(1, 309).get(0)).statusCode(404);

        assertThat(sql.number("SELECT count(*) FROM known_person")).isEqualTo(1);
    }

    @Test
    void imports_are_listed_the_latest_first_and_for_administrators_alone() {
        String earlier = imported(register(ids(1, 310))).extract().path("id");
        String later = imported(register(ids(1, 311))).extract().path("id");

        String next = administrator()
                .get(IMPORTS + "?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(later))
                .extract()
                .path("nextCursor");
        administrator().get(IMPORTS + "?limit=1&cursor=" + next).then().body("items[0].id", equalTo(earlier));
        Tokens.asLibrarian().get(IMPORTS).then().statusCode(403);
        Tokens.asSchool().get(IMPORTS + "/" + later).then().statusCode(403);
        administrator().get(IMPORTS + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static ValidatableResponse removal(String id) {
        return administrator()
                .contentType("application/json")
                .body("{\"nationalId\": \"" + id + "\", \"reason\": \"名單誤植\"}")
                .post(REMOVALS)
                .then();
    }

    private UUID store(byte[] file) {
        try {
            return vault.store(new ByteArrayInputStream(file)).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ids(int count, long seed) {
        return PeopleFixture.people(count, seed).stream()
                .map(person -> (String) person.get(1))
                .toList();
    }

    private static List<List<Object>> register(List<String> ids) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("身分證字號"));
        ids.forEach(id -> rows.add(List.of(id)));
        return rows;
    }

    private ValidatableResponse imported(List<List<Object>> rows) {
        return imported(Workbooks.xlsx(rows));
    }

    /** By this thread, or by the service's own when that was faster. */
    private ValidatableResponse imported(byte[] file) {
        String location = administrator()
                .multiPart("file", "既有持證人.xlsx", file, "application/octet-stream")
                .post(IMPORTS)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        importing.importWaiting();
        return administrator().get(location + "?wait=30s").then().statusCode(200);
    }

    private String roster(byte[] file) {
        return roster(applications.approved(), file);
    }

    private static String roster(UUID application, byte[] file) {
        return Tokens.asSchool()
                .multiPart("file", "roster.xlsx", file, "application/octet-stream")
                .post("/v1/applications/" + application + "/rosters")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static RequestSpecification administrator() {
        return Tokens.as("administrator");
    }
}
