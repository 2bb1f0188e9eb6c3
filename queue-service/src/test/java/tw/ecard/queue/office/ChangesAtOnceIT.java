package tw.ecard.queue.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;
import tw.ecard.queue.calendar.Calendars;
import tw.ecard.queue.calendar.ExceptionalDay;
import tw.ecard.queue.calendar.PublishedCalendar;

/** Changes of the calendar happen one after the other, and neither they nor what goes on meanwhile lose each other. */
@QuarkusTest
@WithTestResource(RealStack.class)
class ChangesAtOnceIT {

    /** None that a test's transaction could be bound to. */
    private static final Executor NEW_THREAD = work -> new Thread(work).start();

    private static final String INDEXED = "SELECT due_on FROM ticket WHERE lane = 'ISSUANCE' ORDER BY number";
    private static final String WAITING_FOR_THE_CALENDAR =
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";

    @Inject
    World world;

    @Inject
    ShippedAgain shipped;

    @Inject
    Calendars calendars;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @AfterEach
    void calendarAsShipped() {
        shipped.load();
    }

    @Test
    void cases_are_claimed_while_the_calendar_is_held_and_one_that_comes_in_waits_for_the_new_one() {
        world.inIssuance(1, 3);
        world.inIssuance(2, 3);
        CountDownLatch changed = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        CompletableFuture<Void> change = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    calendars.holdForChange();
                    calendars.set(new ExceptionalDay(LocalDate.parse("2026-11-25"), false, "颱風停止上班"), "admin");
                    changed.countDown();
                    pass(mayCommit);
                }),
                NEW_THREAD);
        pass(changed);

        assertThat(world.claim("clerk", "issuance").number()).isEqualTo(1);
        world.claim("clerk2", "issuance").act("issuance").statusCode(200);
        ApplicationStory third = world.application().completedDocuments(3, 3);
        Await.until(
                () -> assertThat(world.sql().number(WAITING_FOR_THE_CALENDAR)).isPositive());
        assertThat(world.admittedUpTo("issuance")).isEqualTo(2);
        // The gate is free all the same: who waits for the calendar does not hold it.
        world.clerk("clerk3").post("/v1/lanes/issuance/claims").then().statusCode(204);

        mayCommit.countDown();
        change.join();
        Await.until(() -> assertThat(world.said(third.id(), "case.admitted")).hasSize(1));
        assertThat(world.said(third.id(), "case.admitted").get(0).path("dueOn").asText())
                .isEqualTo("2026-12-08");
    }

    @Test
    void of_imports_and_closures_at_one_moment_each_moves_what_the_one_before_left() {
        for (int number = 1; number <= 12; number++) {
            world.application().completedDocuments(number, 3);
        }
        Await.until(() -> assertThat(world.admittedUpTo("issuance")).isEqualTo(12));
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int day = 24; day <= 27; day++) {
            String date = "2026-11-" + day;
            all.add(CompletableFuture.runAsync(() -> close(date), NEW_THREAD));
            all.add(CompletableFuture.runAsync(() -> importFile(date), NEW_THREAD));
        }
        for (int clerk = 0; clerk < 4; clerk++) {
            String name = "clerk-" + clerk;
            all.add(CompletableFuture.runAsync(() -> claimAndReturn(name), NEW_THREAD));
        }
        all.forEach(CompletableFuture::join);

        // Four days were closed by hand, whichever revision came last.
        List<LocalDate> due = world.sql().list(row -> row.getObject(1, LocalDate.class), INDEXED);
        assertThat(due).hasSize(12);
        assertThat(due.subList(0, 4)).containsOnlyNulls();
        assertThat(due.subList(4, 12)).containsOnly(LocalDate.parse("2026-12-11"));
        assertThat(world.sql()
                        .number("SELECT count(*) FROM audit_entry WHERE action IN"
                                + " ('CALENDAR_DAY_SET', 'CALENDAR_IMPORTED') AND number >"
                                + " (SELECT max(number) - 8 FROM audit_entry)"))
                .isEqualTo(8);
        world.as("admin", "administrator")
                .get("/v1/audit-entries/verification")
                .then()
                .body("intact", equalTo(true));
    }

    private void close(String date) {
        world.as("admin", "administrator")
                .contentType(ContentType.JSON)
                .body("{\"worked\": false}")
                .put("/v1/calendar/days/" + date)
                .then()
                .statusCode(200);
    }

    private void importFile(String alsoOff) {
        byte[] file = PublishedCalendar.of(2026).off(alsoOff, "").utf8();
        world.as("admin", "administrator")
                .multiPart("file", "calendar.csv", file, "text/csv")
                .post("/v1/calendar/imports")
                .then()
                .statusCode(200);
    }

    private void claimAndReturn(String clerk) {
        world.claim(clerk, "issuance")
                .act("return", "{\"reasons\": [{\"code\": \"DOCUMENT_MISMATCH\"}]}")
                .statusCode(200);
    }

    private static void pass(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
