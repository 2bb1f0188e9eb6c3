package tw.ecard.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;

/** An entry as an administrator reads it. */
@Schema(name = "AuditEntry", description = "一筆稽核紀錄；不含申請人的個人資料")
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditEntryView(
        @Schema(description = "序號，自 1 起連續", examples = "42") long number,

        OffsetDateTime at,

        @Schema(description = "動作代碼", examples = "CALENDAR_DAY_SET")
        String action,

        @Schema(description = "對象的種類", examples = "CALENDAR_DAY")
        String subjectKind,

        @Schema(description = "對象的識別碼", examples = "2026-11-25")
        String subjectId,

        @Schema(description = "執行者的帳號", examples = "admin") String actor,

        @Schema(description = "執行者的角色", examples = "administrator")
        String role,

        @Schema(description = "目的", nullable = true) String purpose,

        @Schema(
                description = "其他事實：件數、日期、代碼",
                implementation = Object.class,
                examples = "{\"worked\": false, \"moved\": 3}")
        @JsonRawValue
        String detail,

        @Schema(description = "雜湊鏈的一環：涵蓋前一筆的雜湊與本筆內容（SHA-256）")
        String hash) {

    static AuditEntryView of(AuditEntry entry) {
        return new AuditEntryView(
                entry.number(),
                Taipei.at(entry.at()),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                entry.actor(),
                entry.role(),
                entry.purpose(),
                entry.detail(),
                entry.hash().hex());
    }
}
