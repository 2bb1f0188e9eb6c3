package tw.ecard.queue.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.queue.reason.RejectionReason;
import tw.ecard.queue.reason.Requirement;
import tw.ecard.queue.reason.ReturnReason;
import tw.ecard.queue.returns.CaseReturn;

/** What clerks send. */
final class Requests {

    private static final int LONGEST_TEXT = 500;
    private static final int MOST_REASONS = 20;
    private static final int MOST_ROWS = 1000;

    private Requests() {}

    @Schema(
            name = "ChecksRequest",
            description = "申請單關防與聲明書簽章是否符合；只看其中一項時可只送一項",
            examples = "{\"seal\": true, \"signature\": true}")
    record Checks(
            @Schema(description = "申請單蓋有申請單位關防") Boolean seal,
            @Schema(description = "聲明書經聯絡人簽名或蓋章") Boolean signature) {

        Map<CheckedItem, Boolean> found() {
            Map<CheckedItem, Boolean> found = new EnumMap<>(CheckedItem.class);
            if (seal != null) {
                found.put(CheckedItem.SEAL, seal);
            }
            if (signature != null) {
                found.put(CheckedItem.SIGNATURE, signature);
            }
            return found;
        }
    }

    @Schema(name = "ReturnRequest", description = "退回補正：至少一項原因，或名冊中一列的備註", examples = """
                    {"requires": ["PAPERS"], "reasons": [{"code": "SEAL_MISSING", "message": "申請單未蓋關防"}], "rows": []}""")
    record Return(
            @Schema(description = "須補正的項目；由原因與各列備註自動補足") Set<@NotNull Requirement> requires,
            @Size(max = MOST_REASONS) List<@NotNull @Valid Reason> reasons,
            @Size(max = MOST_ROWS) List<@NotNull @Valid Row> rows) {

        Return {
            requires = requires == null ? Set.of() : requires;
            reasons = reasons == null ? List.of() : reasons;
            rows = rows == null ? List.of() : rows;
        }

        ReturningCase.Said said() {
            return new ReturningCase.Said(
                    new TreeSet<>(requires),
                    reasons.stream()
                            .map(reason -> new CaseReturn.Reason(reason.code(), reason.message()))
                            .toList(),
                    rows.stream()
                            .map(row -> new CaseReturn.RowRemark(row.row(), row.message()))
                            .toList());
        }
    }

    @Schema(name = "ReturnRequestReason")
    record Reason(
            @NotNull ReturnReason code,

            @Size(max = LONGEST_TEXT) @Schema(description = "給申請單位看的說明；請勿填寫個人資料")
            String message) {}

    @Schema(name = "ReturnRequestRow")
    record Row(
            @NotNull @Min(1) @Schema(description = "試算表的列號", examples = "17")
            Integer row,

            @NotBlank @Size(max = LONGEST_TEXT) String message) {}

    @Schema(
            name = "RejectionRequest",
            description = "不同意的原因。code 的說明會寫入通知信，reason 由申請單位上系統查閱",
            examples = "{\"code\": \"DUPLICATE_APPLICATION\", \"reason\": \"貴校同一批申請已於收文號 1150000001 受理\"}")
    record Rejection(
            RejectionReason code,
            @NotBlank @Size(max = LONGEST_TEXT) String reason) {

        Rejection {
            code = code == null ? RejectionReason.OTHER : code;
        }
    }
}
