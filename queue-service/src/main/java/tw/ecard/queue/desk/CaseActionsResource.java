package tw.ecard.queue.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.Revision;
import tw.ecard.kit.idempotency.Idempotent;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.issuance.SerialBlock;

/**
 * What the claimant of a case can do with it. Every action names the revision that the claimant saw: without If-Match it
 * is 428, with a stale one 412.
 */
@Path("/v1/tickets/{id}")
@RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR})
@Produces(MediaType.APPLICATION_JSON)
class CaseActionsResource {

    private static final String REVISION = "所見的版本：先前回應的 ETag，含引號";
    private static final String TICKET = "處理後的案件；ETag 為新的版本";

    private final RecordingChecks recordingChecks;
    private final ChecksViews checks;
    private final ApprovingCase approving;
    private final ReturningCase returning;
    private final RejectingCase rejecting;
    private final IssuingCards issuing;
    private final KeepingClaims claims;
    private final TicketViews views;
    private final Caller caller;

    CaseActionsResource(
            RecordingChecks recordingChecks,
            ChecksViews checks,
            ApprovingCase approving,
            ReturningCase returning,
            RejectingCase rejecting,
            IssuingCards issuing,
            KeepingClaims claims,
            TicketViews views,
            Caller caller) {
        this.recordingChecks = recordingChecks;
        this.checks = checks;
        this.approving = approving;
        this.returning = returning;
        this.rejecting = rejecting;
        this.issuing = issuing;
        this.claims = claims;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Path("/checks")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Transactional
    @Tag(name = ApiSections.REVIEW)
    @Operation(
            operationId = "recordChecks",
            summary = "記錄關防與簽章的查核",
            description = "兩項都符合後才能同意。查核結果屬於所看的那份文件：補正時更換者須重新查核。If-Match 可省略。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ChecksView.class)))
    public Response check(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(description = REVISION) String ifMatch,
            @NotNull Requests.Checks body) {
        Revision seen = ifMatch == null ? null : Revision.required(ifMatch);
        var ticket = recordingChecks.record(id, seen, caller.name(), body.found());
        return Response.ok(checks.view(ticket))
                .header(HttpHeaders.ETAG, new Revision(ticket.revision()).etag())
                .build();
    }

    @POST
    @Path("/approval")
    @Idempotent
    @Transactional
    @Tag(name = ApiSections.REVIEW)
    @Operation(operationId = "approve", summary = "同意", description = "通知聯絡人並寄送空白讀者資料檔。")
    @APIResponse(
            responseCode = "200",
            description = TICKET,
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    public Response approve(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true, description = REVISION) String ifMatch) {
        return views.answer(approving.approve(id, Revision.required(ifMatch), caller.name()));
    }

    @POST
    @Path("/rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Transactional
    @Tag(name = ApiSections.REVIEW)
    @Operation(operationId = "reject", summary = "不同意", description = "僅限審核階段。")
    @APIResponse(
            responseCode = "200",
            description = TICKET,
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    public Response reject(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true, description = REVISION) String ifMatch,
            @NotNull @Valid Requests.Rejection body) {
        return views.answer(
                rejecting.reject(id, Revision.required(ifMatch), caller.name(), body.code(), body.reason()));
    }

    @POST
    @Path("/issuance")
    @Idempotent
    @Transactional
    @Tag(name = ApiSections.ISSUANCE)
    @Operation(operationId = "issue", summary = "製證", description = "為讀者資料檔中每位申請人保留一個連續的卡號。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = IssuedView.class)))
    public Response issue(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true, description = REVISION) String ifMatch) {
        IssuingCards.Issued issued = issuing.issue(id, Revision.required(ifMatch), caller.name());
        return Response.ok(IssuedView.of(issued.block()))
                .header(HttpHeaders.ETAG, new Revision(issued.ticket().revision()).etag())
                .build();
    }

    @POST
    @Path("/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Transactional
    @Tag(name = ApiSections.RETURN)
    @Operation(operationId = "giveBack", summary = "退回補正", description = "案件保留原來的號碼，時限暫停；補正後回到原來的位置。審核階段只能要求補正文件。")
    @APIResponse(
            responseCode = "200",
            description = TICKET,
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    public Response giveBack(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true, description = REVISION) String ifMatch,
            @NotNull @Valid Requests.Return body) {
        return views.answer(returning.giveBack(id, Revision.required(ifMatch), caller.name(), body.said()));
    }

    @POST
    @Path("/release")
    @Idempotent
    @Transactional
    @Tag(name = ApiSections.CLAIM)
    @Operation(operationId = "release", summary = "放回", description = "不作決定，案件回到原來的位置。")
    @APIResponse(
            responseCode = "200",
            description = TICKET,
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    public Response release(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true, description = REVISION) String ifMatch) {
        return views.answer(claims.release(id, Revision.required(ifMatch), caller.name()));
    }

    @POST
    @Path("/renewal")
    @Idempotent
    @Transactional
    @Tag(name = ApiSections.CLAIM)
    @Operation(operationId = "renew", summary = "延長承辦", description = "承辦期限自現在重新起算。")
    @APIResponse(
            responseCode = "200",
            description = TICKET,
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    public Response renew(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true, description = REVISION) String ifMatch) {
        return views.answer(claims.renew(id, Revision.required(ifMatch), caller.name()));
    }

    /** The cards of a case. */
    @Schema(name = "IssuedCards")
    record IssuedView(
            @Schema(examples = "1203") int cards,
            @Schema(examples = "EC115000000014") String firstCardNumber,
            @Schema(examples = "EC115000012035") String lastCardNumber) {

        static IssuedView of(SerialBlock block) {
            return new IssuedView(
                    block.count(),
                    block.firstCardNumber().toString(),
                    block.lastCardNumber().toString());
        }
    }
}
