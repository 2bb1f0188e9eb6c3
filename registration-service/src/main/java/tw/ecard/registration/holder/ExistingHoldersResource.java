package tw.ecard.registration.holder;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.http.Cursor;
import tw.ecard.kit.http.LongPoll;
import tw.ecard.kit.http.Page;
import tw.ecard.kit.http.PageSize;
import tw.ecard.kit.idempotency.Idempotent;
import tw.ecard.kit.problem.Language;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.upload.Upload;

/** The register of people who hold a card of the public libraries already. */
@Path("/v1/existing-holders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMINISTRATOR)
@Tag(name = ApiSections.HOLDERS)
public class ExistingHoldersResource {

    private final ReceivingHolders receiving;
    private final RemovingHolder removing;
    private final HolderImports imports;
    private final HolderConfig config;
    private final Caller caller;

    ExistingHoldersResource(
            ReceivingHolders receiving,
            RemovingHolder removing,
            HolderImports imports,
            HolderConfig config,
            Caller caller) {
        this.receiving = receiving;
        this.removing = removing;
        this.imports = imports;
        this.config = config;
        this.caller = caller;
    }

    @POST
    @Path("/imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Idempotent
    @Operation(
            operationId = "importExistingHolders",
            summary = "匯入既有持證人名單",
            description = "以 multipart 的 file 欄位上傳一個試算表，只需有「身分證字號」一欄，其餘欄位不讀取。收到後即回 202，匯入在背景進行。"
                    + "正確的列一律匯入，有誤的列逐一列出；系統只保存身分證字號的雜湊值，檔案於匯入後刪除。")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "同一請求重送時使用相同的值",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "202",
            description = "已收件，等候匯入",
            content = @Content(schema = @Schema(implementation = HolderImportView.class)))
    public Response importHolders(@RestForm("file") FileUpload file, @Context HttpHeaders headers) {
        Upload upload = Upload.of(file, config.maxFileSize().asLongValue());
        HolderImport register = receiving.receive(upload, caller.name());
        return Response.accepted(HolderImportView.of(register, Language.of(headers)))
                .location(URI.create("/v1/existing-holders/imports/" + register.id()))
                .build();
    }

    @GET
    @Path("/imports")
    @Operation(operationId = "listHolderImports", summary = "列出既有持證人名單的匯入", description = "最近的在前。")
    @APIResponse(
            responseCode = "200",
            description = "一頁匯入紀錄；還有下一頁時附 nextCursor 與 Link",
            content = @Content(schema = @Schema(implementation = ImportPage.class)))
    public Response list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        int size = PageSize.of(limit);
        UUID last = Cursor.uuid(cursor);
        Locale language = Language.of(headers);
        return Page.of(
                        imports.before(last, size + 1),
                        size,
                        register -> Cursor.at(register.id().toString()))
                .map(register -> HolderImportView.of(register, language))
                .answer(uri);
    }

    @GET
    @Path("/imports/{id}")
    @Blocking
    @Operation(operationId = "getHolderImport", summary = "查詢匯入的結果", description = "加上 wait=30s 時，匯入一結束即回應，至多等候 30 秒。")
    public Uni<HolderImportView> get(
            @PathParam("id") UUID id,
            @Parameter(description = "最多等候的時間", example = "30s") @QueryParam("wait") String wait,
            @Context HttpHeaders headers) {
        Locale language = Language.of(headers);
        return LongPoll.until(HolderImport::isFinished, () -> imports.get(id), wait)
                .map(register -> HolderImportView.of(register, language));
    }

    @GET
    @Path("/imports/{id}/errors")
    @Operation(operationId = "listHolderImportErrors", summary = "列出未匯入的列", description = "依列號排列，列出前 1,000 列；值皆已遮蔽。")
    @APIResponse(
            responseCode = "200",
            description = "一頁有誤的列；還有下一頁時附 nextCursor 與 Link",
            content = @Content(schema = @Schema(implementation = WrongRowPage.class)))
    public Response errors(
            @PathParam("id") UUID id,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        int size = PageSize.of(limit);
        HolderImport register = imports.get(id);
        Locale language = Language.of(headers);
        return Page.of(
                        imports.wrongRows(register.id(), Cursor.number(cursor, 0), size + 1),
                        size,
                        wrong -> Cursor.at(wrong.row()))
                .map(wrong -> WrongRowView.of(wrong, language))
                .answer(uri);
    }

    @POST
    @Path("/removals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "removeExistingHolder",
            summary = "自既有持證人名單移除一人",
            description = "名單誤植、或當事人已停用原有借閱證時使用。由本系統製證者不在名單內，不受影響。")
    @APIResponse(responseCode = "204", description = "已移除")
    public void remove(
            @RequestBody(
                            content =
                                    @Content(
                                            schema = @Schema(implementation = HolderRemovalRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "名單誤植",
                                                            value =
                                                                    "{\"nationalId\": \"A123456789\", \"reason\": \"名單誤植\"}")))
                    @NotNull
                    @Valid
                    HolderRemovalRequest request) {
        removing.remove(request.nationalId(), request.reason(), AuditActor.of(caller));
    }

    /** The shape of a page, for the description. */
    @Schema(name = "HolderImportPage")
    record ImportPage(List<HolderImportView> items, String nextCursor) {}

    /** The shape of a page, for the description. */
    @Schema(name = "WrongHolderRowPage")
    record WrongRowPage(List<WrongRowView> items, String nextCursor) {}
}
