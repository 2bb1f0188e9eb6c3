package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.ticket.Ticket;

/**
 * Who found seal and signature in order, and when. Checks belong to the round in which they were made: papers that come
 * back corrected are other papers, and are looked at anew.
 */
@ApplicationScoped
class PaperChecks {

    private static final String RECORD = """
            INSERT INTO paper_check (ticket_id, round, item, in_order, checked_by, checked_at)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String LATEST = """
            SELECT DISTINCT ON (item) item, in_order, checked_by, checked_at
            FROM paper_check WHERE ticket_id = ? AND round = ? ORDER BY item, id DESC""";

    private final Sql sql;

    PaperChecks(Sql sql) {
        this.sql = sql;
    }

    /** What was found last of one item. */
    record Finding(CheckedItem item, boolean inOrder, String checkedBy, Instant checkedAt) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void record(Ticket ticket, Finding finding) {
        sql.update(
                RECORD,
                ticket.id(),
                ticket.round(),
                finding.item(),
                finding.inOrder(),
                finding.checkedBy(),
                finding.checkedAt());
    }

    /** The last finding of each item in the round. */
    List<Finding> findings(UUID ticketId, int round) {
        return sql.list(
                row -> new Finding(
                        CheckedItem.valueOf(row.getString("item")),
                        row.getBoolean("in_order"),
                        row.getString("checked_by"),
                        Rows.instant(row, "checked_at")),
                LATEST,
                ticketId,
                round);
    }

    /** Whether everything was looked at in the present round and found in order. */
    boolean allInOrder(Ticket ticket) {
        return findings(ticket.id(), ticket.round()).stream()
                        .filter(Finding::inOrder)
                        .count()
                == CheckedItem.values().length;
    }
}
