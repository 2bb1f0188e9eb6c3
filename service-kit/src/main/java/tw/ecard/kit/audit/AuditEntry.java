package tw.ecard.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import tw.ecard.kit.sql.Rows;

/**
 * A deed as it is kept.
 *
 * @param number from 1, without gaps
 * @param at as precise as the database keeps it, microseconds, or the hash could not be worked out again
 * @param detail a JSON object, as it was hashed
 * @param hash its link of the chain
 */
record AuditEntry(
        long number,
        Instant at,
        String action,
        String subjectKind,
        String subjectId,
        String actor,
        String role,
        String purpose,
        String detail,
        AuditHash hash) {

    static final String COLUMNS = "number, at, action, subject_kind, subject_id, actor, role, purpose, detail, hash";

    static AuditEntry of(AuditDeed deed, String detail, long number, Instant at, AuditHash before) {
        AuditEntry unlinked = new AuditEntry(
                number,
                at,
                deed.action(),
                deed.subjectKind(),
                deed.subjectId(),
                deed.actor().name(),
                deed.actor().role(),
                deed.purpose(),
                detail,
                null);
        return unlinked.linked(unlinked.hashAfter(before));
    }

    static AuditEntry read(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("number"),
                Rows.instant(row, "at"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("purpose"),
                row.getString("detail"),
                AuditHash.of(row.getBytes("hash")));
    }

    /** What its link has to be behind that one. */
    AuditHash hashAfter(AuditHash before) {
        return before.then(
                Long.toString(number), at.toString(), action, subjectKind, subjectId, actor, role, purpose, detail);
    }

    private AuditEntry linked(AuditHash link) {
        return new AuditEntry(number, at, action, subjectKind, subjectId, actor, role, purpose, detail, link);
    }
}
