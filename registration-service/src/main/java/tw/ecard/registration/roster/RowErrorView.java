package tw.ecard.registration.roster;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.registration.roster.check.RosterMessages;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;

/** One error or warning, with its message in the caller's language. */
@Schema(name = "RowError", description = "讀者資料檔中的一項錯誤或提醒")
public record RowErrorView(
        @Schema(description = "試算表的列號", examples = "17") int row,

        @Schema(examples = "身分證字號") String column,

        RowErrorCode code,
        Severity severity,

        @Schema(examples = "身分證字號檢查碼不符，可能誤植，請依國民身分證逐字核對後更正。")
        String message,

        @Schema(description = "遮蔽後的原值", examples = "A12*****88")
        String value) {

    static RowErrorView of(RowError error, Locale language) {
        return new RowErrorView(
                error.row(),
                error.column(),
                error.code(),
                error.severity(),
                RosterMessages.of(error, language),
                error.value());
    }
}
