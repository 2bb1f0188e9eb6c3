package tw.ecard.registration.holder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.roster.check.RosterMessages;

/** An import as answers show it. */
@Schema(name = "HolderImport", description = "既有持證人名單的匯入")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HolderImportView(
        UUID id,
        HolderImport.Status status,

        @Schema(description = "檔名", examples = "既有持證人.xlsx") String fileName,

        OffsetDateTime receivedAt,
        OffsetDateTime finishedAt,

        @Schema(description = "已讀列數", examples = "51200") int read,

        @Schema(description = "新增的人數", examples = "51000") int added,

        @Schema(description = "先前已知，或在檔案中重複的列數", examples = "150")
        int alreadyKnown,

        @Schema(description = "身分證字號有誤而未匯入的列數", examples = "50")
        int wrong,

        @Schema(description = "整份檔案無法匯入的原因；沒有時為 null", examples = "缺少必要欄位：身分證字號。")
        String problem) {

    static HolderImportView of(HolderImport register, Locale language) {
        return new HolderImportView(
                register.id(),
                register.status(),
                register.fileName(),
                Taipei.at(register.receivedAt()),
                Taipei.at(register.finishedAt()),
                register.read(),
                register.added(),
                register.alreadyKnown(),
                register.wrong(),
                register.problem() == null ? null : RosterMessages.of(register.problem(), language));
    }
}
