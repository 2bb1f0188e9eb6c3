package tw.ecard.registration.casefile;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.application.ApplicationStatus;

/** What a list of applications is narrowed to; never searches people. */
record ApplicationFilter(
        @QueryParam("status") ApplicationStatus status,

        @Parameter(description = "單位代碼") @QueryParam("institution")
        String institution,

        @Parameter(description = "收文日起（含）") @QueryParam("receivedFrom")
        LocalDate receivedFrom,

        @Parameter(description = "收文日迄（含）") @QueryParam("receivedTo")
        LocalDate receivedTo,

        @Parameter(description = "收文號、發文字號或單位名稱、代碼的一部分") @QueryParam("q")
        String q) {

    /** A HQL condition and its parameters, for applications received before the one with the receipt number. */
    record Condition(String where, Map<String, Object> parameters) {}

    Condition condition(Reach reach, String beforeReceiptNumber) {
        List<String> all = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        add(all, values, "institution.code = :reach", "reach", reach.institutionCode());
        add(all, values, "receiptNumber < :before", "before", beforeReceiptNumber);
        add(all, values, "status = :status", "status", status);
        add(all, values, "institution.code = :institution", "institution", institution);
        add(
                all,
                values,
                "receivedAt >= :from",
                "from",
                receivedFrom == null
                        ? null
                        : receivedFrom.atStartOfDay(Taipei.ZONE).toInstant());
        add(
                all,
                values,
                "receivedAt < :to",
                "to",
                receivedTo == null
                        ? null
                        : receivedTo.plusDays(1).atStartOfDay(Taipei.ZONE).toInstant());
        add(
                all,
                values,
                "(receiptNumber like :q escape '!' or lower(officialDocument.number) like :q escape '!'"
                        + " or lower(institution.name) like :q escape '!' or lower(institution.code) like :q escape '!')",
                "q",
                q == null || q.isBlank() ? null : containing(q.strip()));
        return new Condition(all.isEmpty() ? "1 = 1" : String.join(" and ", all), values);
    }

    private static void add(List<String> all, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            all.add(condition);
            values.put(name, value);
        }
    }

    private static String containing(String text) {
        String literal = text.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
        return "%" + literal + "%";
    }
}
