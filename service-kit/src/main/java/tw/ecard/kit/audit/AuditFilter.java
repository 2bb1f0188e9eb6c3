package tw.ecard.kit.audit;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import tw.ecard.kit.time.Taipei;

/** Which entries are wanted; what is null narrows nothing. */
record AuditFilter(
        @Parameter(description = "動作代碼", example = "CALENDAR_DAY_SET") @QueryParam("action")
        String action,

        @Parameter(description = "對象的識別碼", example = "2026-11-25") @QueryParam("subject")
        String subject,

        @Parameter(description = "執行者的帳號", example = "admin") @QueryParam("actor")
        String actor,

        @Parameter(description = "日期起（含）") @QueryParam("from")
        LocalDate from,

        @Parameter(description = "日期迄（含）") @QueryParam("to") LocalDate to) {

    /** A condition with its parameters in their order. */
    record Condition(String where, List<Object> values) {}

    /** Those that are wanted and stand before the number. */
    Condition before(long number) {
        StringBuilder where = new StringBuilder("number < ?");
        List<Object> values = new ArrayList<>(List.of(number));
        add(where, values, "action = ?", action);
        add(where, values, "subject_id = ?", subject);
        add(where, values, "actor = ?", actor);
        add(
                where,
                values,
                "at >= ?",
                from == null ? null : from.atStartOfDay(Taipei.ZONE).toInstant());
        add(
                where,
                values,
                "at < ?",
                to == null ? null : to.plusDays(1).atStartOfDay(Taipei.ZONE).toInstant());
        return new Condition(where.toString(), values);
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null) {
            where.append(" AND ").append(condition);
            values.add(value);
        }
    }
}
