package tw.ecard.registration.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.problem.Language;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.upload.Upload;
import tw.ecard.registration.upload.UploadedName;

/** Where a reader-data file is tried out before it is sent in earnest. */
@Path("/v1/roster-checks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiSections.ROSTERS)
public class RosterCheckResource {

    private final TryingRoster trying;
    private final RosterConfig config;

    RosterCheckResource(TryingRoster trying, RosterConfig config) {
        this.trying = trying;
        this.config = config;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(
            operationId = "checkRoster",
            summary = "試檢查讀者資料檔（不保存）",
            description = "以 multipart 的 file 欄位附上檔案，當下即回檢查結果，與正式上傳的逐列檢查相同，但不保存檔案與任何資料，"
                    + "也不查詢是否已持有借閱證或列於其他辦理中之名冊。不須有申請案。"
                    + "檔案較大而未能於時限內檢查完畢者回 422，請直接上傳至申請案；同時試檢查者過多時回 503，請依 Retry-After 再試。")
    @APIResponse(
            responseCode = "200",
            description = "檢查結果；有錯誤時亦為 200",
            content = @Content(schema = @Schema(implementation = RosterCheckReportView.class)))
    public RosterCheckReportView check(@RestForm("file") FileUpload file, @Context HttpHeaders headers) {
        Upload upload = Upload.of(file, config.maxFileSize().asLongValue());
        return RosterCheckReportView.of(
                trying.run(upload),
                UploadedName.of(upload.sentName(), ReceivingRoster.UNNAMED),
                config.listedRows(),
                Language.of(headers));
    }
}
