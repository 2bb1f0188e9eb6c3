package tw.ecard.registration.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.registration.roster.check.RosterMessages;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;

/** One line of a roster's summary, with its message in the caller's language. */
@Schema(name = "RosterSummaryLine", description = "同一欄位同一種錯誤或提醒的統計（涵蓋全部列）")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FindingCountView(
        RowErrorCode code,
        Severity severity,

        @Schema(description = "欄位名稱；檔案有過多不明欄位時，其餘併計，此欄為 null", examples = "身分證字號")
        String column,

        @Schema(description = "確數", examples = "12") long count,

        @Schema(description = "前 10 個列號", examples = "[17, 23, 40]")
        List<Integer> firstRows,

        @Schema(examples = "身分證字號檢查碼不符，可能誤植，請依國民身分證逐字核對後更正。")
        String message) {

    static FindingCountView of(FindingCount count, Locale language) {
        return new FindingCountView(
                count.code(),
                count.code().severity(),
                count.column(),
                count.count(),
                count.firstRows(),
                RosterMessages.summary(count.code(), language));
    }
}
