package tw.ecard.queue.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.reason.RejectionReason;
import tw.ecard.queue.reason.Requirement;
import tw.ecard.queue.reason.ReturnReason;
import tw.ecard.queue.ticket.Ticket;

/** Where returns and rejections are kept. */
@ApplicationScoped
public class CaseReturns {

    private static final String RECORD = """
            INSERT INTO case_return (ticket_id, round, papers, roster, returned_by, returned_at)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String RECORD_REASON =
            "INSERT INTO case_return_reason (ticket_id, round, position, code, message) VALUES (?, ?, ?, ?, ?)";
    private static final String RECORD_ROW =
            "INSERT INTO case_return_row (ticket_id, round, position, row, message) VALUES (?, ?, ?, ?, ?)";
    private static final String OF_TICKET = """
            SELECT ticket_id, round, papers, roster, returned_by, returned_at
            FROM case_return WHERE ticket_id = ? ORDER BY round""";
    private static final String REASONS =
            "SELECT code, message FROM case_return_reason WHERE ticket_id = ? AND round = ? ORDER BY position";
    private static final String ROWS =
            "SELECT row, message FROM case_return_row WHERE ticket_id = ? AND round = ? ORDER BY position";
    private static final String RECORD_REJECTION = """
            INSERT INTO case_rejection (ticket_id, code, reason, rejected_by, rejected_at)
            VALUES (?, ?, ?, ?, ?)""";
    private static final String REJECTION =
            "SELECT code, reason, rejected_by, rejected_at FROM case_rejection WHERE ticket_id = ?";

    private final Sql sql;

    CaseReturns(Sql sql) {
        this.sql = sql;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Ticket ticket, CaseReturn made) {
        UUID id = ticket.id();
        sql.update(
                RECORD,
                id,
                made.round(),
                made.requires().contains(Requirement.PAPERS),
                made.requires().contains(Requirement.ROSTER),
                made.returnedBy(),
                made.returnedAt());
        int position = 0;
        for (CaseReturn.Reason reason : made.reasons()) {
            sql.update(RECORD_REASON, id, made.round(), position++, reason.code(), reason.message());
        }
        for (CaseReturn.RowRemark remark : made.rows()) {
            sql.update(RECORD_ROW, id, made.round(), position++, remark.row(), remark.message());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Ticket ticket, Rejection rejection) {
        sql.update(
                RECORD_REJECTION,
                ticket.id(),
                rejection.code(),
                rejection.reason(),
                rejection.rejectedBy(),
                rejection.rejectedAt());
    }

    /** Every return of the case, the first first. */
    @Transactional
    public List<CaseReturn> ofTicket(UUID ticketId) {
        return sql.list(this::read, OF_TICKET, ticketId);
    }

    /** The return that ended this round of the case. */
    @Transactional
    public Optional<CaseReturn> ofRound(UUID ticketId, int round) {
        return ofTicket(ticketId).stream().filter(made -> made.round() == round).findFirst();
    }

    public Optional<Rejection> rejection(UUID ticketId) {
        return sql.first(
                row -> new Rejection(
                        RejectionReason.valueOf(row.getString("code")),
                        row.getString("reason"),
                        row.getString("rejected_by"),
                        Rows.instant(row, "rejected_at")),
                REJECTION,
                ticketId);
    }

    private CaseReturn read(ResultSet row) throws SQLException {
        UUID id = Rows.uuid(row, "ticket_id");
        int round = row.getInt("round");
        SortedSet<Requirement> requires = new TreeSet<>();
        if (row.getBoolean("papers")) {
            requires.add(Requirement.PAPERS);
        }
        if (row.getBoolean("roster")) {
            requires.add(Requirement.ROSTER);
        }
        return new CaseReturn(
                round,
                requires,
                sql.list(
                        reason -> new CaseReturn.Reason(
                                ReturnReason.valueOf(reason.getString("code")), reason.getString("message")),
                        REASONS,
                        id,
                        round),
                sql.list(
                        remark -> new CaseReturn.RowRemark(remark.getInt("row"), remark.getString("message")),
                        ROWS,
                        id,
                        round),
                row.getString("returned_by"),
                Rows.instant(row, "returned_at"));
    }
}
