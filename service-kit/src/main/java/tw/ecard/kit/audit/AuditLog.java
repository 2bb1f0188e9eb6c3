package tw.ecard.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tw.ecard.kit.sql.Sql;

/**
 * Writes down what was done, in the transaction that does it: both are kept, or neither. Entries are added one after the
 * other over all replicas, so a transaction records as the last thing before its commit, and waits for nobody afterwards.
 */
@ApplicationScoped
public class AuditLog {

    private static final String HOLD_HEAD = "SELECT number, hash FROM audit_head WHERE id = 1 FOR UPDATE";
    private static final String ADD =
            "INSERT INTO audit_entry (" + AuditEntry.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String MOVE_HEAD = "UPDATE audit_head SET number = ?, hash = ? WHERE id = 1";

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    AuditLog(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** Records the deed; it stands at the end of the log once the running transaction commits. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditDeed deed) {
        AuditHead head = sql.first(AuditHead::read, HOLD_HEAD)
                .orElseThrow(() -> new IllegalStateException("the audit log has no head"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry entry = AuditEntry.of(deed, detail(deed), head.number() + 1, now, head.hash());
        sql.update(
                ADD,
                entry.number(),
                entry.at(),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                entry.actor(),
                entry.role(),
                entry.purpose(),
                entry.detail(),
                entry.hash().bytes());
        sql.update(MOVE_HEAD, entry.number(), entry.hash().bytes());
    }

    /** Records what is only looked at: before it is shown, and kept even if showing it fails. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void recordAlone(AuditDeed deed) {
        record(deed);
    }

    private String detail(AuditDeed deed) {
        try {
            return json.writeValueAsString(deed.detail());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details are made of texts, numbers and dates", e);
        }
    }
}
