package tw.ecard.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.kit.sql.Sql;

/** The entries of the log, to be read. */
@ApplicationScoped
class AuditEntries {

    private static final String SELECT = "SELECT " + AuditEntry.COLUMNS + " FROM audit_entry WHERE ";

    private final Sql sql;

    AuditEntries(Sql sql) {
        this.sql = sql;
    }

    /** The end of the chain as it is now. */
    AuditHead head() {
        return sql.first(AuditHead::read, "SELECT number, hash FROM audit_head WHERE id = 1")
                .orElseThrow(() -> new IllegalStateException("the audit log has no head"));
    }

    /** The latest ones before the number, the latest first. */
    List<AuditEntry> before(long number, AuditFilter filter, int atMost) {
        AuditFilter.Condition condition = filter.before(number);
        List<Object> values = new ArrayList<>(condition.values());
        values.add(atMost);
        return sql.list(
                AuditEntry::read, SELECT + condition.where() + " ORDER BY number DESC LIMIT ?", values.toArray());
    }

    /** The next ones behind the number, up to the last one and that included, in their order. */
    List<AuditEntry> after(long number, long last, int atMost) {
        return sql.list(
                AuditEntry::read, SELECT + "number > ? AND number <= ? ORDER BY number LIMIT ?", number, last, atMost);
    }
}
