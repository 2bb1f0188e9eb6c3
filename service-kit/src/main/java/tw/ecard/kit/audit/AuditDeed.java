package tw.ecard.kit.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that was done and has to be known later. Nothing in it is personal data of an applicant: subjects are named by
 * ids, details are counts, dates and codes.
 *
 * @param action a stable code such as {@code CALENDAR_DAY_SET}
 * @param subjectKind what sort of thing it was done to
 * @param subjectId which one
 * @param purpose why, where the actor had to say so; may be null
 * @param detail what else is worth knowing, by name, in the order in which it is shown
 */
public record AuditDeed(
        String action,
        String subjectKind,
        String subjectId,
        AuditActor actor,
        String purpose,
        Map<String, Object> detail) {

    public AuditDeed {
        if (!action.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException("no code of an action: " + action);
        }
        Objects.requireNonNull(subjectKind, "subjectKind");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(actor, "actor");
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }

    /** A deed about which there is nothing more to say. */
    public static AuditDeed of(String action, String subjectKind, Object subjectId, AuditActor actor) {
        return new AuditDeed(action, subjectKind, subjectId.toString(), actor, null, Map.of());
    }

    /** The same deed, with one more detail. */
    public AuditDeed with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(detail);
        more.put(name, value);
        return new AuditDeed(action, subjectKind, subjectId, actor, purpose, more);
    }

    /** The same deed, done for this purpose. */
    public AuditDeed because(String why) {
        return new AuditDeed(action, subjectKind, subjectId, actor, why, detail);
    }
}
