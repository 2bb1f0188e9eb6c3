package tw.ecard.queue.gap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;

/** Who voided which number, when and why. */
@ApplicationScoped
class VoidedNumbers {

    private static final String RECORD = """
            INSERT INTO ticket_void (ticket_id, reason_code, reason, voided_by, voided_at) VALUES (?, ?, ?, ?, ?)""";
    private static final String OF_TICKET = """
            SELECT reason_code, reason, voided_by, voided_at FROM ticket_void WHERE ticket_id = ?""";

    private final Sql sql;

    VoidedNumbers(Sql sql) {
        this.sql = sql;
    }

    /** @param reason what the administrator wrote */
    record Voiding(VoidReason code, String reason, String by, Instant at) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void record(UUID ticket, Voiding voiding) {
        sql.update(RECORD, ticket, voiding.code(), voiding.reason(), voiding.by(), voiding.at());
    }

    Optional<Voiding> of(UUID ticket) {
        return sql.first(
                row -> new Voiding(
                        VoidReason.valueOf(row.getString("reason_code")),
                        row.getString("reason"),
                        row.getString("voided_by"),
                        Rows.instant(row, "voided_at")),
                OF_TICKET,
                ticket);
    }
}
