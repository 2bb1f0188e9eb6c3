package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.ticket.Paper;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.TicketPapers;

/**
 * Who found seal and signature in order, and when. A check holds for the paper that was looked at, told by its hash: one
 * that comes back replaced is looked at anew, one that did not change is not. Where no event told the hash, a check holds
 * for the round in which it was made.
 */
@ApplicationScoped
class PaperChecks {

    private static final String RECORD = """
            INSERT INTO paper_check (ticket_id, round, item, in_order, checked_by, checked_at, paper_sha256)
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String COLUMNS =
            "SELECT item, in_order, checked_by, checked_at, paper_sha256 FROM paper_check";
    private static final String LATEST_OF_PAPER =
            COLUMNS + " WHERE ticket_id = ? AND item = ? AND paper_sha256 = ? ORDER BY id DESC LIMIT 1";
    private static final String LATEST_OF_ROUND =
            COLUMNS + " WHERE ticket_id = ? AND item = ? AND round = ? ORDER BY id DESC LIMIT 1";

    private final Sql sql;
    private final TicketPapers papers;

    PaperChecks(Sql sql, TicketPapers papers) {
        this.sql = sql;
        this.papers = papers;
    }

    /**
     * What was found last of one item.
     *
     * @param paperSha256 of the paper that was looked at; null when unknown
     */
    record Finding(CheckedItem item, boolean inOrder, String checkedBy, Instant checkedAt, String paperSha256) {}

    /** Records what was found on the paper that lies with the case now. */
    @Transactional(Transactional.TxType.MANDATORY)
    void record(Ticket ticket, CheckedItem item, boolean inOrder, String clerk, Instant at) {
        sql.update(
                RECORD,
                ticket.id(),
                ticket.round(),
                item,
                inOrder,
                clerk,
                at,
                paper(ticket, item).map(Paper::sha256).orElse(null));
    }

    /** The last finding of each item that holds now. */
    List<Finding> findings(Ticket ticket) {
        return Arrays.stream(CheckedItem.values())
                .flatMap(item -> finding(ticket, item).stream())
                .toList();
    }

    /** Whether everything was looked at on the present papers and found in order. */
    boolean allInOrder(Ticket ticket) {
        return findings(ticket).stream().filter(Finding::inOrder).count() == CheckedItem.values().length;
    }

    private Optional<Finding> finding(Ticket ticket, CheckedItem item) {
        Optional<Paper> paper = paper(ticket, item);
        return paper.isPresent()
                ? sql.first(
                        PaperChecks::read,
                        LATEST_OF_PAPER,
                        ticket.id(),
                        item,
                        paper.get().sha256())
                : sql.first(PaperChecks::read, LATEST_OF_ROUND, ticket.id(), item, ticket.round());
    }

    private Optional<Paper> paper(Ticket ticket, CheckedItem item) {
        return papers.of(ticket.id(), item.paper());
    }

    private static Finding read(ResultSet row) throws SQLException {
        return new Finding(
                CheckedItem.valueOf(row.getString("item")),
                row.getBoolean("in_order"),
                row.getString("checked_by"),
                Rows.instant(row, "checked_at"),
                row.getString("paper_sha256"));
    }
}
