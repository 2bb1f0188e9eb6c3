package tw.ecard.registration.roster;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;

/** What a list of errors is narrowed to: a line of the summary, or all errors without the warnings. */
record RowErrorFilter(
        @Parameter(description = "只列錯誤（ERROR）或只列提醒（WARNING）", schema = @Schema(implementation = Severity.class))
        @QueryParam("severity")
        String severity,

        @Parameter(description = "只列這一種", schema = @Schema(implementation = RowErrorCode.class)) @QueryParam("code")
        String code,

        @Parameter(description = "只列這一欄", example = "身分證字號") @QueryParam("column")
        String column) {

    /** The codes that pass; refuses words that are none of ours. */
    List<RowErrorCode> codes() {
        Optional<Severity> onlySeverity = named(Severity.class, severity);
        Optional<RowErrorCode> onlyCode = named(RowErrorCode.class, code);
        return Arrays.stream(RowErrorCode.values())
                .filter(each -> onlySeverity.isEmpty() || each.severity() == onlySeverity.get())
                .filter(each -> onlyCode.isEmpty() || each == onlyCode.get())
                .toList();
    }

    /** How many findings of the whole roster pass, by its summary. */
    long total(List<FindingCount> summary) {
        List<RowErrorCode> codes = codes();
        return summary.stream()
                .filter(count -> codes.contains(count.code()))
                .filter(count -> column == null || column.equals(count.column()))
                .mapToLong(FindingCount::count)
                .sum();
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String word) {
        if (word == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(RosterRefusal.InvalidErrorFilter::new));
    }
}
