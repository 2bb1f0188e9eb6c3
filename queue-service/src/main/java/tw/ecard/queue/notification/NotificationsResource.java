package tw.ecard.queue.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.http.Page;
import tw.ecard.kit.http.PageSize;
import tw.ecard.kit.idempotency.Idempotent;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.refusal.QueueRefusal;

/** What became of the mails. */
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
class NotificationsResource {

    private final MailLog log;
    private final ResendingMail resending;
    private final Caller caller;

    NotificationsResource(MailLog log, ResendingMail resending, Caller caller) {
        this.log = log;
        this.resending = resending;
        this.caller = caller;
    }

    /** Mails, the newest first. */
    @Schema(name = "NotificationPage")
    record NotificationPage(
            List<MailLog.Entry> items,
            @Schema(nullable = true) String nextCursor) {}

    @GET
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR})
    @Tag(name = ApiSections.NOTIFICATIONS)
    @Operation(operationId = "notifications", summary = "查詢通知信", description = "新的在前；不含收件人與內容。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NotificationPage.class)))
    public Response notifications(
            @QueryParam("state") @Parameter(schema = @Schema(enumeration = {"PENDING", "SENT", "CANCELLED", "FAILED"}))
                    String state,
            @QueryParam("application") @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String application,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(schema = @Schema(minimum = "1", maximum = "200", type = SchemaType.INTEGER))
                    Integer limit,
            @Context UriInfo uri) {
        int size = PageSize.of(limit);
        List<MailLog.Entry> found = log.newestFirst(state(state), application(application), cursor, size + 1);
        return Page.of(found, size, MailLog.Entry::cursor).answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR})
    @Tag(name = ApiSections.NOTIFICATIONS)
    @Operation(operationId = "notification", summary = "查詢一封通知信")
    public MailLog.Entry notification(@PathParam("id") UUID id) {
        return log.find(id).orElseThrow(HttpRefusal.NotFound::new);
    }

    @POST
    @Path("/{id}/resend")
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR})
    @Idempotent
    @Tag(name = ApiSections.NOTIFICATIONS)
    @Operation(
            operationId = "resendNotification",
            summary = "重寄通知信",
            description = "寄送失敗或等候中的信立即再試。已寄出而聯絡人表示未收到的信，加上 again=true 才會再寄一封，且為另一封信（201）。"
                    + "案件已不在信中所述的狀態時不寄（409）。收件人與內容以寄送當時為準。")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "重送同一請求時沿用同一值，不會重複寄送",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "同一封信將立即再試",
            content = @Content(schema = @Schema(implementation = MailLog.Entry.class)))
    @APIResponse(
            responseCode = "201",
            description = "再寄的另一封信",
            content = @Content(schema = @Schema(implementation = MailLog.Entry.class)))
    public Response resend(
            @PathParam("id") UUID id,
            @QueryParam("again") @DefaultValue("false") @Parameter(description = "已寄出的信也再寄一次") boolean again,
            @Context UriInfo uri) {
        ResendingMail.Resent resent = resending.resend(id, again, caller.name());
        MailLog.Entry entry = log.find(resent.id()).orElseThrow();
        return resent.copy()
                ? Response.created(uri.getBaseUriBuilder()
                                .path("v1/notifications")
                                .path(entry.id().toString())
                                .build())
                        .entity(entry)
                        .build()
                : Response.ok(entry).build();
    }

    private static MailState state(String wanted) {
        return wanted == null ? null : FilterValue.of("state", MailState.class, wanted);
    }

    private static UUID application(String wanted) {
        try {
            return wanted == null ? null : UUID.fromString(wanted);
        } catch (IllegalArgumentException e) {
            throw new QueueRefusal.UnknownFilterValue("application", List.of("UUID"));
        }
    }
}
