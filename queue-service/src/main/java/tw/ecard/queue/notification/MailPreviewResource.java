package tw.ecard.queue.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Role;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.notification.ComposingMail.Composed;
import tw.ecard.queue.refusal.QueueRefusal;

/** Mails as they would look. */
@Path("/v1/notifications/preview")
class MailPreviewResource {

    private static final String UTF_8 = ";charset=UTF-8";
    /** Nothing is loaded and nothing runs, whatever a template says. */
    private static final String ONLY_STYLES = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final PreviewingMail previewing;

    MailPreviewResource(PreviewingMail previewing) {
        this.previewing = previewing;
    }

    /** A mail about nobody. */
    @Schema(name = "MailPreview", description = "通知信的樣貌；內容均為範例資料")
    record Preview(MailKind kind, String subject, String text, String html) {}

    @GET
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR})
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, MediaType.TEXT_PLAIN})
    @Tag(name = ApiSections.NOTIFICATIONS)
    @Operation(
            operationId = "previewNotification",
            summary = "預覽通知信",
            description = "以範例資料呈現各種通知信。format 省略時為 JSON，含主旨、純文字與 HTML；html 可直接以瀏覽器觀看。")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MailPreviewResource.Preview.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class))
            })
    public Response preview(
            @QueryParam("kind")
                    @Parameter(
                            required = true,
                            example = "COMPLETED",
                            schema = @Schema(implementation = MailKind.class))
                    String kind,
            @QueryParam("format") @Parameter(schema = @Schema(enumeration = {"html", "text"})) String format) {
        MailKind wanted = FilterValue.of("kind", MailKind.class, kind);
        Composed composed = previewing.preview(wanted);
        if (format == null) {
            Preview preview = new Preview(wanted, composed.subject(), composed.text(), composed.html());
            return Response.ok(preview, MediaType.APPLICATION_JSON).build();
        }
        return switch (format) {
            case "html" ->
                Response.ok(composed.html(), MediaType.TEXT_HTML + UTF_8)
                        .header("Content-Security-Policy", ONLY_STYLES)
                        .build();
            case "text" ->
                Response.ok(composed.subject() + "\n\n" + composed.text(), MediaType.TEXT_PLAIN + UTF_8)
                        .build();
            default -> throw new QueueRefusal.UnknownFilterValue("format", List.of("html", "text"));
        };
    }
}
