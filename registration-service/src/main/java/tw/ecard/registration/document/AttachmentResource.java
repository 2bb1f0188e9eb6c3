package tw.ecard.registration.document;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.upload.Download;
import tw.ecard.registration.upload.Upload;

/** The papers of an application. */
@Path("/v1/applications/{id}/attachments/{kind}")
@Tag(name = ApiSections.ATTACHMENTS)
public class AttachmentResource {

    private final ReceivingDocuments receiving;
    private final ReadingDocuments reading;
    private final DocumentConfig config;
    private final Caller caller;

    AttachmentResource(ReceivingDocuments receiving, ReadingDocuments reading, DocumentConfig config, Caller caller) {
        this.receiving = receiving;
        this.reading = reading;
        this.config = config;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(
            operationId = "putAttachment",
            summary = "上傳或更換附件",
            description = "以 multipart 的 file 欄位上傳一個檔案（pdf、png、jpeg 或 odt，依內容判斷，至多 20 MiB）。"
                    + "申請單與個人資料授權同意聲明書齊備時，申請案即送出並取得審核順序；公文掃描檔可附可不附。"
                    + "僅能在缺件或退回補正時上傳，否則回 409。")
    @APIResponse(
            responseCode = "201",
            description = "首次上傳",
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "已更換",
            content = @Content(schema = @Schema(implementation = AttachmentView.class)))
    public Response put(
            @Parameter(description = "申請案") @PathParam("id") UUID id,
            @Parameter(
                            description = "附件種類：公文、申請單、聲明書",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {
                                                "official-document",
                                                "application-form",
                                                "consent-declaration"
                                            }))
                    @PathParam("kind")
                    String kind,
            @RestForm("file") FileUpload file) {
        Upload upload = Upload.of(file, config.maxSize().asLongValue());
        ReceivingDocuments.Receipt receipt =
                receiving.receive(id, caller.reach(), kindOf(kind), upload, Actor.of(caller));
        return Response.status(receipt.first() ? Response.Status.CREATED : Response.Status.OK)
                .entity(AttachmentView.of(receipt.attachment()))
                .build();
    }

    @GET
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(operationId = "getAttachment", summary = "下載附件", description = "取回原檔；內容與上傳時相同。")
    @APIResponse(
            responseCode = "200",
            description = "檔案",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response get(@Parameter(description = "申請案") @PathParam("id") UUID id, @PathParam("kind") String kind) {
        Attachment attachment = reading.find(id, caller.reach(), kindOf(kind));
        return Download.of(attachment.fileName(), attachment.mediaType(), reading.open(attachment))
                .size(attachment.size())
                .build();
    }

    private static AttachmentKind kindOf(String pathName) {
        return Arrays.stream(AttachmentKind.values())
                .filter(kind -> kind.pathName().equals(pathName))
                .findFirst()
                .orElseThrow(HttpRefusal.NotFound::new);
    }
}
