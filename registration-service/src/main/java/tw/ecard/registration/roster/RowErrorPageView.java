package tw.ecard.registration.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a roster's errors, and how many of all errors the pages hold. */
@Schema(name = "RowErrorPage")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RowErrorPageView(
        List<RowErrorView> items,

        @Schema(description = "下一頁的 cursor；末頁為 null") String nextCursor,

        @Schema(description = "符合條件且逐項列出者，各頁合計", examples = "1000")
        long listed,

        @Schema(description = "符合條件的總數（確數，涵蓋全部列）", examples = "1150")
        long total,

        @Schema(description = "是否已逐項列出全部；為 false 時僅列出前 1,000 個有錯誤的列", examples = "false")
        boolean complete) {}
