package tw.ecard.queue.desk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.reason.RejectionReason;
import tw.ecard.queue.reason.Requirement;
import tw.ecard.queue.reason.ReturnReason;
import tw.ecard.queue.returns.CaseReturn;
import tw.ecard.queue.returns.Rejection;

/** What went back to the applicant, and why. */
@Schema(name = "Returns", description = "一件申請案歷次退回補正的原因，及不同意的原因")
record ReturnsView(
        List<Round> items,

        @Schema(description = "不同意時的原因，否則為 null", nullable = true)
        Refused rejection) {

    @Schema(name = "ReturnedRound")
    record Round(
            Lane lane,
            @Schema(description = "退回時的輪次") int round,
            Set<Requirement> requires,
            List<Reason> reasons,
            List<Row> rows,
            OffsetDateTime returnedAt) {}

    @Schema(name = "ReturnedReason")
    record Reason(
            ReturnReason code,
            @Schema(description = "此代碼的說明，通知信使用") String text,
            @Schema(description = "館員填寫的說明；未填寫時同 text") String message) {}

    @Schema(name = "ReturnedRow")
    record Row(int row, String message) {}

    @Schema(name = "Rejection")
    record Refused(
            RejectionReason code,
            @Schema(description = "此代碼的說明，通知信使用") String text,
            @Schema(description = "館員填寫的原因") String message,
            OffsetDateTime rejectedAt) {}

    /** A return, and the lane that it was made from. */
    record Made(Lane lane, CaseReturn what) {}

    static ReturnsView of(List<Made> returns, Optional<Rejection> rejection, Locale language) {
        return new ReturnsView(
                returns.stream()
                        .map(made -> round(made.lane(), made.what(), language))
                        .toList(),
                rejection
                        .map(made -> new Refused(
                                made.code(), made.code().text(language), made.reason(), Taipei.at(made.rejectedAt())))
                        .orElse(null));
    }

    private static Round round(Lane lane, CaseReturn made, Locale language) {
        return new Round(
                lane,
                made.round(),
                made.requires(),
                made.reasons().stream().map(reason -> reason(reason, language)).toList(),
                made.rows().stream()
                        .map(remark -> new Row(remark.row(), remark.message()))
                        .toList(),
                Taipei.at(made.returnedAt()));
    }

    private static Reason reason(CaseReturn.Reason reason, Locale language) {
        String text = reason.code().text(language);
        return new Reason(
                reason.code(), text, Optional.ofNullable(reason.message()).orElse(text));
    }
}
