package tw.ecard.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.sql.SqlFailure;
import tw.ecard.kit.testapp.Calls;
import tw.ecard.kit.testapp.Infrastructure;
import tw.ecard.kit.time.Taipei;
import tw.ecard.localstack.TestTokens;

@QuarkusTest
@WithTestResource(Infrastructure.class)
class AuditLogIT {

    private static final AuditActor ADMIN = new AuditActor("admin", "administrator");

    @Inject
    Sql sql;

    @Inject
    AuditLog log;

    @BeforeEach
    void nothing_yet() {
        tamper("DELETE FROM audit_entry");
        sql.update("UPDATE audit_head SET number = 0, hash = decode(repeat('00', 32), 'hex')");
    }

    @AfterEach
    void leave_no_broken_chain() {
        nothing_yet();
    }

    @Test
    void a_deed_is_kept_with_the_transaction_that_does_it_or_not_at_all() {
        record(deed("one"));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    log.record(deed("undone"));
                    throw new IllegalStateException("the deed fails");
                }))
                .hasMessage("the deed fails");
        record(deed("two"));
        assertThat(subjects()).containsExactly("one", "two");
        verification().body("intact", equalTo(true)).body("soundEntries", equalTo(2));
    }

    @Test
    void an_entry_says_who_did_what_to_which_thing_and_what_for() {
        record(AuditDeed.of("NOTE_READ", "NOTE", 17, ADMIN)
                .because("申請人來電詢問")
                .with("rows", 3)
                .with("day", LocalDate.of(2026, 11, 25)));
        entries("")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].number", equalTo(1))
                .body("items[0].at", notNullValue())
                .body("items[0].action", equalTo("NOTE_READ"))
                .body("items[0].subjectKind", equalTo("NOTE"))
                .body("items[0].subjectId", equalTo("17"))
                .body("items[0].actor", equalTo("admin"))
                .body("items[0].role", equalTo("administrator"))
                .body("items[0].purpose", equalTo("申請人來電詢問"))
                .body("items[0].detail.rows", equalTo(3))
                .body("items[0].detail.day", equalTo("2026-11-25"))
                .body("nextCursor", nullValue());
    }

    @Test
    void entries_are_found_by_action_subject_actor_and_day_the_latest_first() {
        record(deed("a"));
        record(AuditDeed.of("OTHER", "NOTE", "b", ADMIN));
        record(AuditDeed.of("NOTED", "NOTE", "c", AuditActor.SYSTEM));
        entries("?limit=2").body("items.subjectId", contains("c", "b"));
        String cursor = entries("?limit=2").extract().path("nextCursor");
        entries("?limit=2&cursor=" + cursor).body("items.subjectId", contains("a"));
        entries("?action=NOTED").body("items.subjectId", contains("c", "a"));
        entries("?subject=b").body("items.action", contains("OTHER"));
        entries("?actor=system").body("items.subjectId", contains("c"));
        LocalDate today = Taipei.dayOf(Calls.now());
        entries("?from=" + today + "&to=" + today).body("items", hasSize(3));
        entries("?from=" + today.plusDays(1)).body("items", hasSize(0));
        entries("?to=" + today.minusDays(1)).body("items", hasSize(0));
    }

    @Test
    void only_an_administrator_reads_the_log() {
        for (String role : List.of("librarian", "observer", "institution", "service")) {
            Calls.by(TestTokens.of("somebody", role, Calls.now()))
                    .get("/v1/audit-entries")
                    .then()
                    .statusCode(403);
            Calls.by(TestTokens.of("somebody", role, Calls.now()))
                    .get("/v1/audit-entries/verification")
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void many_who_record_at_once_make_one_chain() {
        List<CompletableFuture<Void>> writers = IntStream.range(0, 8)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 25; i++) {
                        record(deed(writer + "-" + i));
                    }
                }))
                .toList();
        writers.forEach(CompletableFuture::join);
        assertThat(subjects()).hasSize(200).doesNotHaveDuplicates();
        verification().body("intact", equalTo(true)).body("soundEntries", equalTo(200));
    }

    @Test
    void the_database_refuses_to_change_or_remove_an_entry() {
        record(deed("one"));
        for (String statement :
                List.of("UPDATE audit_entry SET actor = 'nobody'", "DELETE FROM audit_entry", "TRUNCATE audit_entry")) {
            assertThatThrownBy(() -> sql.update(statement))
                    .isInstanceOf(SqlFailure.class)
                    .hasMessageContaining("never changed or removed");
        }
        assertThat(subjects()).containsExactly("one");
    }

    @Test
    void the_verification_names_the_first_entry_that_was_changed() {
        fiveEntries();
        tamper("UPDATE audit_entry SET actor = 'nobody' WHERE number = 3");
        expectBreach("ALTERED", 3);
    }

    @Test
    void an_entry_whose_hash_was_worked_out_anew_gives_itself_away_at_the_next() {
        fiveEntries();
        AuditEntry second = entry(2);
        AuditDeed other = AuditDeed.of(second.action(), second.subjectKind(), "another", ADMIN);
        AuditEntry forged = AuditEntry.of(other, second.detail(), 2, second.at(), entry(1).hash());
        tamper("UPDATE audit_entry SET subject_id = 'another', hash = decode('%s', 'hex') WHERE number = 2"
                .formatted(forged.hash().hex()));
        expectBreach("ALTERED", 3);
    }

    @Test
    void the_verification_names_the_first_entry_that_is_missing() {
        fiveEntries();
        tamper("DELETE FROM audit_entry WHERE number = 4");
        expectBreach("MISSING", 4);
    }

    @Test
    void entries_cut_off_at_the_end_are_missing_too() {
        fiveEntries();
        tamper("DELETE FROM audit_entry WHERE number >= 4");
        expectBreach("MISSING", 4);
    }

    @Test
    void a_chain_that_does_not_end_as_the_head_says_was_rewritten() {
        fiveEntries();
        sql.update("UPDATE audit_head SET hash = sha256('x')");
        expectBreach("REWRITTEN", 5);
    }

    @Test
    void a_long_log_is_walked_page_by_page() {
        QuarkusTransaction.requiringNew().run(() -> IntStream.range(0, 2_300).forEach(i -> log.record(deed("n" + i))));
        verification().body("intact", equalTo(true)).body("soundEntries", equalTo(2_300));
        tamper("UPDATE audit_entry SET subject_id = 'x' WHERE number = 2100");
        expectBreach("ALTERED", 2_100);
    }

    private void fiveEntries() {
        IntStream.rangeClosed(1, 5).forEach(i -> record(deed("n" + i)));
        verification().body("intact", equalTo(true)).body("firstBroken", nullValue());
    }

    private void expectBreach(String breach, int number) {
        verification()
                .body("intact", equalTo(false))
                .body("breach", equalTo(breach))
                .body("firstBroken", equalTo(number))
                .body("soundEntries", equalTo(number - 1));
    }

    private void record(AuditDeed deed) {
        QuarkusTransaction.requiringNew().run(() -> log.record(deed));
    }

    private static AuditDeed deed(String subject) {
        return AuditDeed.of("NOTED", "NOTE", subject, ADMIN);
    }

    private AuditEntry entry(long number) {
        return sql.first(
                        AuditEntry::read, "SELECT " + AuditEntry.COLUMNS + " FROM audit_entry WHERE number = ?", number)
                .orElseThrow();
    }

    private List<String> subjects() {
        return sql.list(row -> row.getString(1), "SELECT subject_id FROM audit_entry ORDER BY number");
    }

    /** As somebody could who owns the database. */
    private void tamper(String statement) {
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("ALTER TABLE audit_entry DISABLE TRIGGER USER");
            sql.update(statement);
            sql.update("ALTER TABLE audit_entry ENABLE TRIGGER USER");
        });
    }

    private static ValidatableResponse entries(String query) {
        return Calls.by(TestTokens.of("admin", "administrator", Calls.now()))
                .get("/v1/audit-entries" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse verification() {
        return Calls.by(TestTokens.of("admin", "administrator", Calls.now()))
                .get("/v1/audit-entries/verification")
                .then()
                .statusCode(200);
    }
}
