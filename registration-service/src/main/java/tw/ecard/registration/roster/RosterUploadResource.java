package tw.ecard.registration.roster;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.idempotency.Idempotent;
import tw.ecard.kit.problem.Language;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.upload.Upload;

/** Where reader-data files come in. */
@Path("/v1/applications/{id}/rosters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiSections.ROSTERS)
public class RosterUploadResource {

    private final ReceivingRoster receiving;
    private final ShowingRoster showing;
    private final RosterConfig config;
    private final Caller caller;

    RosterUploadResource(ReceivingRoster receiving, ShowingRoster showing, RosterConfig config, Caller caller) {
        this.receiving = receiving;
        this.showing = showing;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Idempotent
    @CountedUpload
    @Operation(
            operationId = "uploadRoster",
            summary = "上傳讀者資料檔",
            description = "以 multipart 的 file 欄位上傳一個檔案（xlsx、xls、ods 或 csv，至多 128 MiB）。收到後即回 202，檔案已加密保存；"
                    + "檢查在背景進行，請依 Location 查詢結果。全部無誤才通過，有任何錯誤即整份退回更正。"
                    + "無法開啟為試算表的檔案（非試算表、設有密碼、不完整等）當下即拒絕，不予保存。"
                    + "僅能在核准後、尚無通過的名冊時上傳，否則回 409。")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "同一請求重送時使用相同的值",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "429", description = "上傳次數已達上限，請依 Retry-After 再試")
    @APIResponse(
            responseCode = "202",
            description = "已收件，檢查中",
            content = @Content(schema = @Schema(implementation = RosterView.class)))
    public Response upload(
            @Parameter(description = "申請案") @PathParam("id") UUID id,
            @RestForm("file") FileUpload file,
            @Context HttpHeaders headers) {
        Upload upload = Upload.of(file, config.maxFileSize().asLongValue());
        Roster roster = receiving.receive(id, caller.reach(), upload, Actor.of(caller));
        return Response.accepted(showing.show(roster, Language.of(headers)))
                .location(URI.create("/v1/rosters/" + roster.id()))
                .build();
    }
}
