package tw.ecard.registration.eligibility;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy as answers show it. */
@Schema(name = "EligibilityPolicy", description = "集體辦理的資格規定")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EligibilityPolicyView(
        EligibilityPolicy.Name code,

        @Schema(description = "自這一天（收件日）起適用", examples = "2020-08-10")
        LocalDate since,

        @Schema(description = "適用至這一天；沒有期限時為 null") LocalDate until,

        @Schema(description = "今天是否適用") boolean inForce,

        @Schema(description = "不符規定時的錯誤代碼", examples = "NOT_ROC_NATIONAL")
        List<Ineligibility> rowErrorCodes,

        @Schema(examples = "集體辦理以中華民國國民為限。") String message,

        @Schema(description = "不符規定者可以怎麼做", examples = "請當事人持證件至圖書館臨櫃辦理實體借閱證。")
        String advice,

        @Schema(description = "依據") String source) {

    static EligibilityPolicyView of(EligibilityPolicy policy, LocalDate today, Locale language) {
        return new EligibilityPolicyView(
                policy.name(),
                policy.since(),
                policy.until(),
                policy.isInForceOn(today),
                policy.refuses().stream().sorted().toList(),
                EligibilityTexts.message(policy.name(), language),
                EligibilityTexts.advice(policy.name(), language),
                policy.source());
    }
}
