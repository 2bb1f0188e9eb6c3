package tw.ecard.queue.notification;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.Page;
import tw.ecard.kit.http.PageSize;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.refusal.QueueRefusal;

/** What became of the mails. */
@Path("/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
class NotificationsResource {

    private final MailLog log;

    NotificationsResource(MailLog log) {
        this.log = log;
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

    private static MailState state(String wanted) {
        return wanted == null
                ? null
                : Arrays.stream(MailState.values())
                        .filter(state -> state.name().equals(wanted))
                        .findFirst()
                        .orElseThrow(() -> new QueueRefusal.UnknownFilterValue(
                                "state",
                                Arrays.stream(MailState.values())
                                        .map(Enum::name)
                                        .toList()));
    }

    private static UUID application(String wanted) {
        try {
            return wanted == null ? null : UUID.fromString(wanted);
        } catch (IllegalArgumentException e) {
            throw new QueueRefusal.UnknownFilterValue("application", List.of("UUID"));
        }
    }
}
