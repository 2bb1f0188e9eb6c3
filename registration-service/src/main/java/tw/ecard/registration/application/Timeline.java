package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;

/** Every event of an application's life, in order. */
@ApplicationScoped
public class Timeline {

    private final Sql sql;
    private final Clock clock;

    Timeline(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One line.
     *
     * @param details codes and numbers, such as the attachment's kind; no personal data
     */
    public record Entry(Instant at, Occurrence what, Actor actor, String details) {}

    /** Notes what the running transaction does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void note(UUID application, Occurrence what, Actor actor, String details) {
        sql.update("""
                INSERT INTO timeline_entry (application_id, at, what, actor_role, actor_name, details)
                VALUES (?, ?, ?, ?, ?, ?)""", application, clock.instant(), what, actor.role(), actor.name(), details);
    }

    /** All lines, the oldest first. */
    public List<Entry> of(UUID application) {
        return sql.list(
                row -> new Entry(
                        Rows.instant(row, "at"),
                        Occurrence.valueOf(row.getString("what")),
                        new Actor(row.getString("actor_role"), row.getString("actor_name")),
                        row.getString("details")),
                """
                SELECT at, what, actor_role, actor_name, details FROM timeline_entry
                WHERE application_id = ? ORDER BY id""",
                application);
    }
}
