package tw.ecard.registration.roster;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.http.Cursor;
import tw.ecard.kit.http.Page;
import tw.ecard.kit.http.PageSize;
import tw.ecard.kit.problem.Language;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.roster.check.RowErrorCode;

/** What became of an uploaded roster. */
@Path("/v1/rosters/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiSections.ROSTERS)
public class RosterResource {

    private final WaitingForRoster waiting;
    private final ShowingRoster showing;
    private final Rosters rosters;
    private final RowErrors rowErrors;
    private final FindingCounts counts;
    private final LookingAtReaders lookingAtReaders;
    private final CancellingRoster cancelling;
    private final Caller caller;

    RosterResource(
            WaitingForRoster waiting,
            ShowingRoster showing,
            Rosters rosters,
            RowErrors rowErrors,
            FindingCounts counts,
            LookingAtReaders lookingAtReaders,
            CancellingRoster cancelling,
            Caller caller) {
        this.waiting = waiting;
        this.showing = showing;
        this.rosters = rosters;
        this.rowErrors = rowErrors;
        this.counts = counts;
        this.lookingAtReaders = lookingAtReaders;
        this.cancelling = cancelling;
        this.caller = caller;
    }

    @GET
    @Blocking
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(operationId = "getRoster", summary = "查詢讀者資料檔的檢查結果", description = "加上 wait=30s 時，檢查一結束即回應，至多等候 30 秒。")
    public Uni<RosterView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "最多等候的時間", example = "30s") @QueryParam("wait") String wait,
            @Context HttpHeaders headers) {
        Locale language = Language.of(headers);
        return waiting.get(id, caller.reach(), wait).map(roster -> showing.show(roster, language));
    }

    @GET
    @Path("/errors")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(
            operationId = "listRosterErrors",
            summary = "列出讀者資料檔的錯誤與提醒",
            description = "依列號排列，列出前 1,000 個有錯誤的列與前 1,000 個僅有提醒的列；total 為總數，complete 為 false 時"
                    + "尚有未列出者，其統計見讀者資料檔的 summary。可依嚴重程度、種類、欄位篩選。值皆已遮蔽。")
    @APIResponse(
            responseCode = "200",
            description = "一頁錯誤；還有下一頁時附 nextCursor 與 Link",
            content = @Content(schema = @Schema(implementation = RowErrorPageView.class)))
    public Response errors(
            @PathParam("id") UUID id,
            @BeanParam RowErrorFilter filter,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        int size = PageSize.of(limit);
        Roster roster = rosters.get(id, caller.reach());
        Locale language = Language.of(headers);
        List<RowErrorCode> codes = filter.codes();
        Page<RowErrorView> page = Page.of(
                        rowErrors.after(roster.id(), codes, filter.column(), Cursor.number(cursor, 0), size + 1),
                        size,
                        listed -> Cursor.at(listed.position()))
                .map(listed -> RowErrorView.of(listed.error(), language));
        long listed = rowErrors.count(roster.id(), codes, filter.column());
        long total = filter.total(counts.of(roster.id()));
        return Response.fromResponse(page.answer(uri))
                .entity(new RowErrorPageView(page.items(), page.nextCursor(), listed, total, listed >= total))
                .build();
    }

    @GET
    @Path("/changes")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(
            operationId = "getRosterChanges",
            summary = "與前一份讀者資料檔比較",
            description = "逐項列出前一份有而已更正的錯誤，與這一份才有的錯誤；因刪除或插入列而移動者不算變化。值皆已遮蔽。" + "檢查尚未結束時回 409；沒有可比較的前一份時回 404。")
    @APIResponse(
            responseCode = "200",
            description = "變化",
            content = @Content(schema = @Schema(implementation = RosterChangesView.class)))
    public RosterChangesView changes(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return showing.showChanges(rosters.get(id, caller.reach()), Language.of(headers));
    }

    @GET
    @Path("/readers")
    @RolesAllowed(Role.LIBRARIAN)
    @Operation(
            operationId = "listRosterReaders",
            summary = "檢視名冊中的申請人（遮蔽）",
            description = "供館員在製證前檢視；姓名、身分證字號與聯絡資料皆已遮蔽。每次檢視都列入稽核紀錄。")
    @APIResponse(
            responseCode = "200",
            description = "一頁申請人；還有下一頁時附 nextCursor 與 Link",
            content = @Content(schema = @Schema(implementation = ReaderPage.class)))
    public Response readers(
            @PathParam("id") UUID id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context UriInfo uri) {
        int size = PageSize.of(limit);
        return Page.of(
                        lookingAtReaders.look(
                                id, caller.reach(), Cursor.number(cursor, 0), size, AuditActor.of(caller)),
                        size,
                        reader -> Cursor.at(reader.row()))
                .map(MaskedReaderView::of)
                .answer(uri);
    }

    @POST
    @Path("/cancellation")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(operationId = "cancelRoster", summary = "停止檢查讀者資料檔", description = "發現傳錯檔案時使用；停止後可重新上傳。檢查已結束時回 409。")
    @APIResponse(
            responseCode = "200",
            description = "已停止",
            content = @Content(schema = @Schema(implementation = RosterView.class)))
    public RosterView cancel(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        return showing.show(cancelling.cancel(id, caller.reach(), Actor.of(caller)), Language.of(headers));
    }

    /** The shape of a page, for the description. */
    @Schema(name = "MaskedReaderPage")
    record ReaderPage(List<MaskedReaderView> items, String nextCursor) {}
}
