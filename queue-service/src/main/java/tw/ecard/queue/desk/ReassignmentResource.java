package tw.ecard.queue.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.Revision;
import tw.ecard.kit.idempotency.Idempotent;
import tw.ecard.queue.api.ApiSections;

/** What an administrator can do with a case in somebody's hands. */
@Path("/v1/tickets/{id}/reassignment")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
class ReassignmentResource {

    private final ReassigningCase reassigning;
    private final TicketViews views;
    private final Caller caller;

    ReassignmentResource(ReassigningCase reassigning, TicketViews views, Caller caller) {
        this.reassigning = reassigning;
        this.views = views;
        this.caller = caller;
    }

    /** @param to a user name; null to put the case back in its place */
    @Schema(name = "ReassignmentRequest", description = "改由哪位館員承辦", examples = "{\"to\": \"clerk2\"}")
    record ReassignmentRequest(
            @Schema(description = "館員的帳號；null 或未填時放回原來的位置", nullable = true)
            @Pattern(regexp = "[^\\s\\p{Cntrl}]{1,255}")
            String to) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Transactional
    @Tag(name = ApiSections.CLAIM)
    @Operation(
            operationId = "reassign",
            summary = "改派",
            description = "將已領取的案件改由另一位館員承辦（期限自現在起算），或放回原來的位置。原承辦館員不能再處理。僅限管理者。")
    @APIResponse(
            responseCode = "200",
            description = "改派後的案件；ETag 為新的版本",
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    public Response reassign(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Parameter(required = true, description = "所見的版本：先前回應的 ETag，含引號")
                    String ifMatch,
            @Valid ReassignmentRequest body) {
        String to = body == null ? null : body.to();
        return views.answer(reassigning.reassign(id, Revision.required(ifMatch), caller.name(), to));
    }
}
