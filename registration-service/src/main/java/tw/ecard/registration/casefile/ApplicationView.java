package tw.ecard.registration.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.registration.application.ApplicationStatus;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.application.Institution;
import tw.ecard.registration.application.OfficialDocument;
import tw.ecard.registration.application.Requirement;
import tw.ecard.registration.document.AttachmentView;
import tw.ecard.registration.lane.Lane;
import tw.ecard.registration.lane.NoDateBecause;
import tw.ecard.registration.lane.PlaceState;
import tw.ecard.registration.roster.RosterStatus;

/**
 * An application as it is shown. An observer gets no contact, attachments, remarks or free text: those members are
 * left out.
 */
@Schema(name = "Application", description = "申請案")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ApplicationView(
        UUID id,

        @Schema(description = "收文號", examples = "1150000001")
        String receiptNumber,

        ApplicationStatus status,
        OffsetDateTime statusSince,

        @Schema(description = "收文日（民國）", examples = "115年11月22日")
        String receivedOnRoc,

        OffsetDateTime receivedAt,
        @Schema(description = "輪次；每次更正加一") int round,
        Institution institution,
        OfficialDocument officialDocument,
        @JsonInclude(JsonInclude.Include.NON_NULL) ContactView contact,
        @JsonInclude(JsonInclude.Include.NON_NULL) String remarks,
        @Schema(description = "尚缺的必要文件") Set<AttachmentKind> missing,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<AttachmentView> attachments,
        @Schema(description = "在佇列中的位置") QueueView queue,
        @Schema(description = "最近一份讀者資料檔") RosterSummary roster,
        @Schema(description = "館員退回的要求；已更正則無") ReturnedView returned) {

    @Schema(name = "Contact")
    record ContactView(String name, String email, String phone, String extension, int version) {}

    /** Where the case stands; dates are null while they cannot be known. */
    @Schema(name = "Queue")
    record QueueView(
            Lane lane,
            long ticket,
            PlaceState state,
            @Schema(description = "前面等候或承辦中的件數；補正中者不計") long ahead,
            @Schema(description = "預定完成日（製證第 7 個工作天）") LocalDate targetOn,
            @Schema(description = "期限（製證第 10 個工作天）") LocalDate dueOn,

            @Schema(description = "依最近 20 個工作天的辦理進度與前面的件數、人數推估的完成日；無法推估時為 null", nullable = true)
            LocalDate expectedOn,

            @Schema(description = "無法推估的原因：補正中、辦理紀錄不足、超出已知的工作天；有推估日或已結案時為 null", nullable = true)
            NoDateBecause expectedOnUnknown) {}

    @Schema(name = "RosterSummary")
    record RosterSummary(UUID id, RosterStatus status, long rows) {}

    @Schema(name = "Returned")
    record ReturnedView(
            Lane lane,
            @Schema(description = "尚待更正") Set<Requirement> requires,
            List<ReasonView> reasons,
            List<RowRemarkView> rows,
            OffsetDateTime at) {}

    @Schema(name = "ReturnReason")
    record ReasonView(
            String code,
            @JsonInclude(JsonInclude.Include.NON_NULL) String message) {}

    @Schema(name = "RowRemark")
    record RowRemarkView(
            int row,
            @JsonInclude(JsonInclude.Include.NON_NULL) String message) {}
}
