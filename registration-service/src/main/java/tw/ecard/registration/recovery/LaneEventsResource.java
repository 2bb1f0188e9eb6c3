package tw.ecard.registration.recovery;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.http.PageSize;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.lane.Lane;

/** What intake can no longer get from Kafka. */
@Path("/v1/lanes/{lane}/events")
@RolesAllowed(Role.SERVICE)
@Produces(MediaType.APPLICATION_JSON)
class LaneEventsResource {

    private static final String AFTER = "afterTicket";

    private final ReadingLaneEvents reading;

    LaneEventsResource(ReadingLaneEvents reading) {
        this.reading = reading;
    }

    @GET
    @Tag(name = ApiSections.SERVICES)
    @Operation(
            operationId = "getLaneEvents",
            summary = "（系統間）某號碼之後各號碼的事件",
            description = "供佇列服務補收 Kafka 上已經沒有的事件；事件的 id 與當初送出者相同，重複收到沒有影響。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LaneEventsView.class)))
    public Response events(
            @PathParam("lane") @Parameter(schema = @Schema(enumeration = {"review", "issuance"})) String lane,
            @QueryParam(AFTER) @DefaultValue("0") @Min(0) long afterTicket,
            @QueryParam("limit") @Parameter(schema = @Schema(minimum = "1", maximum = "200", type = SchemaType.INTEGER))
                    Integer limit,
            @Context UriInfo uri) {
        LaneEventsView page = reading.after(laneOf(lane), afterTicket, PageSize.of(limit));
        Response.ResponseBuilder answer = Response.ok(page);
        if (page.nextAfterTicket() != null) {
            String next = uri.getRequestUriBuilder()
                    .replaceQueryParam(AFTER, page.nextAfterTicket())
                    .build()
                    .toString();
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return answer.build();
    }

    private static Lane laneOf(String name) {
        for (Lane lane : Lane.values()) {
            if (lane.name().toLowerCase(Locale.ROOT).equals(name)) {
                return lane;
            }
        }
        throw new HttpRefusal.NotFound();
    }
}
