package tw.ecard.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.audit.VerifyingAuditLog.Breach;
import tw.ecard.kit.audit.VerifyingAuditLog.Verification;

/** What walking the chain found. */
@Schema(name = "AuditVerification", description = "稽核紀錄雜湊鏈的驗證結果")
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditVerificationView(
        @Schema(description = "整條鏈是否完好") boolean intact,

        @Schema(description = "自第 1 筆起連續完好的筆數", examples = "42")
        long soundEntries,

        @Schema(description = "最後一筆完好紀錄的雜湊；另行保存，日後即可證明此前的紀錄未遭變更")
        String lastHash,

        @Schema(description = "第一筆有問題的序號；完好時為 null", nullable = true)
        Long firstBroken,

        @Schema(description = "ALTERED 內容或雜湊遭變更，MISSING 缺漏，REWRITTEN 與鏈尾紀錄不符", nullable = true)
        Breach breach) {

    static AuditVerificationView of(Verification found) {
        boolean intact = found.breach() == null;
        return new AuditVerificationView(
                intact, found.sound(), found.last().hex(), intact ? null : found.sound() + 1, found.breach());
    }
}
