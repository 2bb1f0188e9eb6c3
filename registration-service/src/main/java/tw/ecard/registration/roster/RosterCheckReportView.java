package tw.ecard.registration.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.registration.roster.RosterView.ProblemView;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.Severity;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

/** The report of a dry run. */
@Schema(name = "RosterCheckReport", description = "試檢查的結果；檔案未保存")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RosterCheckReportView(
        SpreadsheetFormat format,

        @Schema(examples = "讀者資料檔.xlsx") String fileName,

        @Schema(description = "已讀列數", examples = "1203") int rowsRead,

        @Schema(description = "有錯誤的列數（確數）", examples = "2") int wrongRows,

        @Schema(description = "錯誤數（確數）", examples = "2") long errorCount,

        @Schema(description = "提醒數（確數）；提醒不影響通過", examples = "1")
        long warningCount,

        @Schema(description = "此檔案本身是否可通過；正式上傳時另查是否已持有借閱證、是否列於其他辦理中之名冊", examples = "false")
        boolean acceptable,

        @Schema(description = "整份檔案無法受理的原因；沒有時為 null") ProblemView problem,

        @Schema(description = "各種錯誤與提醒的統計，涵蓋全部列：錯誤在前，多者在前") List<FindingCountView> summary,

        @Schema(description = "逐項錯誤與提醒，依列號排列，至多 1,000 項；超過時錯誤優先")
        List<RowErrorView> errors,

        @Schema(description = "errors 是否已列出全部", examples = "true")
        boolean errorsComplete) {

    static RosterCheckReportView of(TryingRoster.Tried tried, String fileName, int listed, Locale language) {
        RosterOutcome outcome = tried.outcome();
        List<RowError> errors = first(tried.findings().listed(), listed);
        return new RosterCheckReportView(
                outcome.format(),
                fileName,
                outcome.rowsRead(),
                outcome.rowsWrong(),
                outcome.errorCount(),
                outcome.warningCount(),
                outcome.isAccepted(),
                outcome.problem() == null ? null : ProblemView.of(outcome.problem(), language),
                tried.findings().counts().stream()
                        .map(count -> FindingCountView.of(count, language))
                        .toList(),
                errors.stream().map(error -> RowErrorView.of(error, language)).toList(),
                errors.size() == outcome.errorCount() + outcome.warningCount());
    }

    /** Where not all have room, warnings go first: no error may hide behind them. */
    private static List<RowError> first(List<RowError> findings, int limit) {
        Stream<RowError> errorsFirst = findings.stream()
                .sorted(Comparator.comparing((RowError finding) -> finding.severity() == Severity.WARNING))
                .limit(limit);
        return errorsFirst.sorted(Comparator.comparingInt(RowError::row)).toList();
    }
}
