package tw.ecard.registration.roster;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.problem.Language;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.upload.Download;

/** The file that was sent, with what is wrong in it. */
@Path("/v1/rosters/{id}/annotated-file")
@Tag(name = ApiSections.ROSTERS)
public class AnnotatedFileResource {

    private final AnnotatingRoster annotating;
    private final Caller caller;

    AnnotatedFileResource(AnnotatingRoster annotating, Caller caller) {
        this.annotating = annotating;
        this.caller = caller;
    }

    @GET
    @Blocking
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(
            operationId = "getAnnotatedFile",
            summary = "下載標註錯誤的讀者資料檔",
            description = "貴單位原檔之資料（列號與欄位順序不變），最後一欄「錯誤說明」列出該列全部錯誤與提醒，有錯誤之儲存格以顏色標示；"
                    + "所有有錯誤的列都有標註，不限前 1,000 列。格式與上傳時相同（xls 改為 xlsx，csv 為 UTF-8）。"
                    + "更正後可直接重新上傳，「錯誤說明」欄不必刪除。檢查尚未結束，或沒有可標註的錯誤與提醒時回 409。館員下載時列入稽核紀錄。")
    @APIResponse(
            responseCode = "200",
            description = "標註後的檔案",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        AnnotatingRoster.Annotated annotated =
                annotating.annotate(id, caller.reach(), Language.of(headers), AuditActor.of(caller));
        StreamingOutput content = annotated.content()::writeTo;
        return Download.of(annotated.fileName(), annotated.format().mediaType(), content)
                .build();
    }
}
