package tw.ecard.queue.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.queue.clock.ClockReading;
import tw.ecard.queue.clock.ClockState;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;
import tw.ecard.queue.ticket.Outcome;

/** A ticket as callers see it. */
@Schema(name = "Ticket", description = "申請順序：一件申請案在審核或製證隊伍中的位置")
@JsonInclude(JsonInclude.Include.ALWAYS)
record TicketView(
        UUID id,
        Lane lane,

        @Schema(description = "號碼，各隊伍自 1 起連續，不會改變", examples = "42")
        long number,

        @Schema(description = "第幾輪：每次補正後加 1", examples = "1")
        int round,

        @Schema(enumeration = {"WAITING", "IN_WORK", "RETURNED", "DONE"})
        String state,

        @Schema(description = "如何結束；未結束時為 null", nullable = true)
        Outcome outcome,

        @Schema(description = "作廢的號碼可能沒有申請案", nullable = true)
        UUID applicationId,

        @Schema(description = "作廢的號碼為 null", examples = "1150000001", nullable = true)
        String receiptNumber,

        @Schema(description = "作廢的號碼為 null", nullable = true)
        Institution institution,

        Speed speed,

        @Schema(description = "申請人數；審核階段為 null", examples = "1203", nullable = true)
        Integer readers,

        OffsetDateTime arrivedAt,
        ClockView clock,

        @Schema(description = "承辦館員；未領取或查詢者無權得知時為 null", nullable = true)
        String claimedBy,

        @Schema(description = "承辦期限", nullable = true) OffsetDateTime leaseUntil,
        Links links) {

    @Schema(name = "TicketInstitution")
    record Institution(
            @Schema(examples = "999901") String code,
            @Schema(examples = "示範高級中學") String name) {}

    /** Of an address within this service. */
    private static final String HERE = "uri-reference";

    /** Where a clerk finds what the case is decided by. */
    @Schema(name = "TicketLinks", description = "辦理本案所需的資料；以 / 開頭者在本服務，其餘在收件服務")
    record Links(
            @Schema(description = "申請案；作廢而無申請案的號碼為 null", nullable = true)
            URI application,

            @Schema(nullable = true) Attachments attachments,

            @Schema(description = "申請案歷程", nullable = true) URI timeline,

            @Schema(description = "讀者資料檔；審核階段為 null", nullable = true)
            URI roster,

            @Schema(description = "讀者資料檔各列（遮蔽）", nullable = true)
            URI readers,

            @Schema(description = "讀者資料檔的提醒事項", nullable = true)
            URI errors,

            @Schema(description = "文件的查核結果", format = HERE) URI checks,

            @Schema(description = "本申請案歷次退回的原因，含審核與製證", format = HERE)
            URI returns,

            @Schema(description = "時限的計算", format = HERE) URI clock,

            @Schema(description = "寄給聯絡人的通知信", format = HERE, nullable = true)
            URI notifications) {}

    @Schema(name = "TicketAttachments")
    record Attachments(
            @Schema(description = "公文掃描檔；未上傳時為 404") URI officialDocument,
            @Schema(description = "申請單") URI applicationForm,
            @Schema(description = "個人資料授權同意聲明書") URI consentDeclaration) {}

    /** What the clock reads. */
    @Schema(name = "Clock", description = "處理時限：工作天以政府行政機關辦公日曆為準")
    record ClockView(
            @Schema(description = "今日已在未載入的年度而無法判斷時為 null", nullable = true)
            ClockState state,

            @Schema(description = "已用工作天數", nullable = true) Integer workingDaysUsed,

            @Schema(description = "預定完成日；暫停中或日曆未載入時為 null", nullable = true)
            LocalDate targetOn,

            @Schema(description = "最遲完成日；暫停中或日曆未載入時為 null", nullable = true)
            LocalDate dueOn,

            @Schema(description = "補正期間：恢復計算後還有幾個工作天", nullable = true)
            Integer workingDaysLeft,

            @Schema(description = "尚未載入的辦公日曆年度；有值時日期未知", nullable = true)
            Integer missingCalendarYear) {

        static ClockView of(ClockReading reading) {
            return new ClockView(
                    reading.state(),
                    reading.workingDaysUsed(),
                    reading.targetOn(),
                    reading.dueOn(),
                    reading.workingDaysLeft(),
                    reading.missingCalendarYear());
        }
    }
}
