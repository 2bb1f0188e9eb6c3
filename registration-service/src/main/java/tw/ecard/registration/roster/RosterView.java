package tw.ecard.registration.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.problem.Problem;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.roster.check.RosterMessages;
import tw.ecard.registration.roster.check.RosterProblem;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

/** A roster as answers show it. */
@Schema(name = "Roster", description = "讀者資料檔")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RosterView(
        UUID id,
        UUID applicationId,
        RosterStatus status,

        @Schema(description = "依內容判斷；檢查開始前為 null") SpreadsheetFormat format,

        @Schema(examples = "讀者資料檔.xlsx") String fileName,

        @Schema(description = "已讀列數", examples = "51200") int rowsRead,

        @Schema(description = "總列數；檢查中為估計值，讀完後為確數", examples = "100000")
        Integer rowsTotal,

        @Schema(description = "通過並納入的人數；未通過時為 0", examples = "0")
        int accepted,

        @Schema(description = "有錯誤的列數（確數）", examples = "0") int wrongRows,

        @Schema(description = "錯誤數（確數）", examples = "0") long errorCount,

        @Schema(description = "提醒數（確數）；提醒不影響通過", examples = "0")
        long warningCount,

        OffsetDateTime receivedAt,
        OffsetDateTime finishedAt,

        @Schema(description = "整份檔案無法受理的原因；沒有時為 null") ProblemView problem,

        @Schema(description = "各種錯誤與提醒的統計，涵蓋全部列：錯誤在前，多者在前；檢查結束前為空")
        List<FindingCountView> summary,

        @Schema(description = "與同一申請案前一份讀完的讀者資料檔相較；沒有前一份時為 null")
        RosterChangesView.ShortView changes) {

    /**
     * Why a file is returned as a whole.
     *
     * @param type stable; clients decide by it
     */
    @Schema(name = "RosterProblem", description = "整份檔案無法受理的原因")
    public record ProblemView(
            @Schema(examples = "urn:ecard:problem:roster-encrypted")
            String type,

            @Schema(examples = "檔案設有開啟密碼，請移除密碼後重新上傳。") String detail) {

        static ProblemView of(RosterProblem problem, Locale language) {
            String code = problem.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new ProblemView(Problem.TYPE_PREFIX + "roster-" + code, RosterMessages.of(problem, language));
        }
    }

    static RosterView of(
            Roster roster, List<FindingCount> summary, RosterChangesView.ShortView changes, Locale language) {
        return new RosterView(
                roster.id(),
                roster.applicationId(),
                roster.status(),
                roster.format(),
                roster.fileName(),
                roster.rowsRead(),
                roster.rowsTotal(),
                roster.accepted(),
                roster.wrongRows(),
                roster.errorCount(),
                roster.warningCount(),
                Taipei.at(roster.receivedAt()),
                Taipei.at(roster.finishedAt()),
                roster.problem() == null ? null : ProblemView.of(roster.problem(), language),
                summary.stream()
                        .map(count -> FindingCountView.of(count, language))
                        .toList(),
                changes);
    }
}
