package tw.ecard.queue.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.SpokenSql;
import tw.ecard.queue.World;

/**
 * Finished cases stay where they are, and grow to a million. So nothing that staff or events wait for may read them: the
 * plan of every statement, whatever its parameters will be, goes by an index.
 */
@QuarkusTest
@WithTestResource(RealStack.class)
class FinishedWorkIT {

    private static final int CLOSED = 20_000;
    private static final int OPEN = 100;

    @Inject
    World world;

    @Inject
    @PersistenceUnitExtension
    SpokenSql sql;

    @BeforeEach
    void manyFinishedAndFewOpenCases() {
        world.beginAnew();
        Instant now = world.clock().instant();
        world.sql().update("""
                INSERT INTO ticket (id, revision, lane, number, state, outcome, round, application_id, receipt_number,
                    institution_code, institution_name, speed, arrived_at)
                SELECT gen_random_uuid(), 0, 'REVIEW', n, CASE WHEN n <= ? THEN 'DONE' ELSE 'WAITING' END,
                    CASE WHEN n <= ? THEN 'APPROVED' END, 1, gen_random_uuid(), lpad(n::text, 10, '0'), '999901',
                    '示範高級中學', 'NORMAL', ? FROM generate_series(1, ?) n""", CLOSED, CLOSED, now, CLOSED + OPEN);
        world.sql().update("INSERT INTO clock_entry SELECT id, 0, 'STARTED', arrived_at FROM ticket");
        world.sql()
                .update("INSERT INTO clock_entry SELECT id, 1, 'STOPPED', arrived_at FROM ticket WHERE state = 'DONE'");
        world.sql().update("UPDATE lane SET admitted_up_to = ? WHERE lane = 'REVIEW'", CLOSED + OPEN);
        world.sql().update("ANALYZE ticket, clock_entry");
        sql.listen();
    }

    @AfterEach
    void statisticsOfAnEmptyTable() {
        world.beginAnew();
        world.sql().update("ANALYZE ticket, clock_entry");
    }

    @Test
    void a_claim_and_what_is_done_with_the_case_read_no_finished_ones() {
        var held = world.claim("clerk", "review");
        assertThat(held.number()).isEqualTo(CLOSED + 1);
        held.checked().act("approval").statusCode(200);
        world.clerk("clerk").get("/v1/tickets/" + held.id() + "/clock").then().statusCode(200);
        everyPlanGoesByAnIndex();
    }

    @Test
    void a_claim_reads_the_clock_of_its_own_case_only() {
        world.claim("clerk", "review");
        assertThat(spokenAbout("clock_entry"))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(statement).doesNotContain("from ticket"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "state=WAITING",
                "state=IN_WORK",
                "state=RETURNED",
                "state=DONE",
                "clock=ON_TIME",
                "clock=DUE_SOON",
                "clock=OVERDUE",
                "clock=PAUSED",
                "clock=DONE",
                "state=WAITING&clock=OVERDUE"
            })
    void a_list_reads_no_more_cases_than_it_has_to(String filter) {
        world.clerk("clerk")
                .get("/v1/lanes/review/tickets?limit=20&" + filter)
                .then()
                .statusCode(200);
        everyPlanGoesByAnIndex();
        assertThat(spokenAbout("clock_entry"))
                .allSatisfy(statement -> assertThat(statement).doesNotContain("from ticket"));
        if (!filter.isEmpty() && !filter.contains("DONE")) {
            assertThat(spokenAbout("order by t1_0.number"))
                    .isNotEmpty()
                    .allSatisfy(statement -> assertThat(plan(statement)).contains("using ticket_open"));
        }
    }

    @Test
    void the_overview_counts_open_cases_without_looking_at_finished_ones() {
        assertThat(plan(LaneOverview.COUNT)).doesNotContain("Seq Scan on ticket");
    }

    @Test
    void admission_correction_and_a_change_of_the_calendar_go_by_an_index() {
        ApplicationStory story = world.inReview(CLOSED + OPEN + 1);
        world.sql().update("UPDATE ticket SET state = 'DONE', outcome = 'APPROVED' WHERE number <= ?", CLOSED + OPEN);
        world.claim("clerk", "review").act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}");
        story.corrected(world.clock().instant());
        Await.until(() -> assertThat(world.said(story.id(), "case.rescheduled")).hasSize(1));
        world.as("admin", "administrator")
                .contentType(ContentType.JSON)
                .body("{\"worked\": false}")
                .put("/v1/calendar/days/2026-11-24")
                .then()
                .statusCode(200);
        world.as("admin", "administrator")
                .delete("/v1/calendar/days/2026-11-24")
                .then()
                .statusCode(200);
        everyPlanGoesByAnIndex();
    }

    private void everyPlanGoesByAnIndex() {
        Set<String> statements = spokenAbout("ticket");
        assertThat(statements)
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(plan(statement))
                        .as(statement)
                        .doesNotContain("Seq Scan on ticket", "Seq Scan on clock_entry"));
    }

    private Set<String> spokenAbout(String table) {
        return sql.heard().stream()
                .filter(statement -> statement.contains(table) && !statement.startsWith("insert"))
                .collect(Collectors.toSet());
    }

    /** As the database plans it for any parameters. */
    private String plan(String statement) {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        for (char c : statement.toCharArray()) {
            if (c == '?') {
                numbered.append('$').append(++parameters);
            } else {
                numbered.append(c);
            }
        }
        String values = String.join(", ", Collections.nCopies(parameters, "NULL"));
        return QuarkusTransaction.requiringNew()
                .call(() -> world.sql().onConnection(connection -> {
                    try (Statement statements = connection.createStatement()) {
                        statements.execute("SET LOCAL plan_cache_mode = force_generic_plan");
                        statements.execute("PREPARE spoken AS " + numbered);
                        String plan = explained(statements, "spoken" + (values.isEmpty() ? "" : "(" + values + ")"));
                        statements.execute("DEALLOCATE spoken");
                        return plan;
                    }
                }));
    }

    private static String explained(Statement statements, String prepared) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = statements.executeQuery("EXPLAIN (COSTS OFF) EXECUTE " + prepared)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return String.join("\n", lines);
    }
}
