package tw.ecard.registration.holder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.registration.roster.check.RosterMessages;
import tw.ecard.registration.roster.check.RowErrorCode;

/** A row of a register that was left out, with the reason in the caller's language. */
@Schema(name = "WrongHolderRow", description = "未匯入的一列")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WrongRowView(
        @Schema(description = "試算表的列號", examples = "17") int row,

        RowErrorCode code,

        @Schema(examples = "身分證字號檢查碼不符，可能誤植，請依國民身分證逐字核對後更正。")
        String message,

        @Schema(description = "遮蔽後的原值", examples = "A12*****88")
        String value) {

    static WrongRowView of(WrongRow wrong, Locale language) {
        return new WrongRowView(
                wrong.row(), wrong.code(), RosterMessages.of(wrong.code(), List.of(), language), wrong.value());
    }
}
