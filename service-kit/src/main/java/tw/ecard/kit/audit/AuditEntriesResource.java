package tw.ecard.kit.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.Cursor;
import tw.ecard.kit.http.Page;
import tw.ecard.kit.http.PageSize;

/** The audit log, for an administrator to read and to verify; every service has this resource and a log of its own. */
@Path("/v1/audit-entries")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
public class AuditEntriesResource {

    /** As the dead letters' section: the last of each service. */
    private static final String SECTION = "系統維護";

    private final AuditEntries entries;
    private final VerifyingAuditLog verifying;

    AuditEntriesResource(AuditEntries entries, VerifyingAuditLog verifying) {
        this.entries = entries;
        this.verifying = verifying;
    }

    @GET
    @Tag(name = SECTION)
    @Operation(
            operationId = "auditEntries",
            summary = "查詢稽核紀錄",
            description = "最近的在前。可依動作、對象、執行者與日期（臺北時間）篩選；本服務的紀錄只在本服務查詢。")
    @APIResponse(
            responseCode = "200",
            description = "一頁稽核紀錄；還有下一頁時附 nextCursor 與 Link",
            content = @Content(schema = @Schema(implementation = EntryPage.class)))
    public Response list(
            @BeanParam AuditFilter filter,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(schema = @Schema(minimum = "1", maximum = "200", type = SchemaType.INTEGER))
                    Integer limit,
            @Context UriInfo uri) {
        int size = PageSize.of(limit);
        return Page.of(
                        entries.before(Cursor.number(cursor, Long.MAX_VALUE), filter, size + 1),
                        size,
                        entry -> Cursor.at(entry.number()))
                .map(AuditEntryView::of)
                .answer(uri);
    }

    @GET
    @Path("/verification")
    @Tag(name = SECTION)
    @Operation(
            operationId = "verifyAuditEntries",
            summary = "驗證稽核紀錄未遭變更",
            description = "自第一筆起逐筆重算雜湊鏈，指出第一筆遭變更或缺漏者。紀錄很多時需要一些時間。")
    public AuditVerificationView verify() {
        return AuditVerificationView.of(verifying.verify());
    }

    /** The shape of a page, for the description. */
    @Schema(name = "AuditEntryPage")
    record EntryPage(
            List<AuditEntryView> items,

            @Schema(description = "下一頁的 cursor；最後一頁為 null", nullable = true)
            String nextCursor) {}
}
