package tw.ecard.registration.roster;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.problem.Language;
import tw.ecard.registration.api.ApiSections;
import tw.ecard.registration.roster.ProgressWatch.Look;

/** The progress of a check as it happens. */
@Path("/v1/rosters/{id}/progress")
@Tag(name = ApiSections.ROSTERS)
public class RosterProgressResource {

    private final FollowingRoster following;
    private final Rosters rosters;
    private final ShowingRoster showing;
    private final Caller caller;

    RosterProgressResource(FollowingRoster following, Rosters rosters, ShowingRoster showing, Caller caller) {
        this.following = following;
        this.rosters = rosters;
        this.showing = showing;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @RolesAllowed({Role.INSTITUTION, Role.LIBRARIAN})
    @Operation(
            operationId = "followRoster",
            summary = "即時追蹤檢查進度（server-sent events）",
            description = "進度有變化時送出事件 progress（RosterProgress）；檢查結束時送出一個事件 finished（Roster，與查詢所得相同），"
                    + "隨即關閉連線。已結束者立即送出 finished。無變化時每 15 秒送出一行註解以維持連線；"
                    + "連線至多一小時，斷線後重新連線即可接續。")
    @APIResponse(
            responseCode = "200",
            description = "事件串流",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RosterProgressView.class),
                            examples =
                                    @ExampleObject(
                                            name = "串流",
                                            value = "event: progress\n"
                                                    + "data: {\"status\":\"VALIDATING\",\"rowsRead\":51200,"
                                                    + "\"rowsTotal\":100000}\n\n"
                                                    + "event: finished\n"
                                                    + "data: {\"id\":\"…\",\"status\":\"ACCEPTED\", …}\n\n")))
    public Multi<OutboundSseEvent> follow(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context Sse events) {
        Locale language = Language.of(headers);
        // Looked up before the answer begins, so that a stranger gets a problem and no empty stream.
        return following
                .follow(rosters.get(id, caller.reach()), caller.reach())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(look -> event(look, language, events));
    }

    private OutboundSseEvent event(Look look, Locale language, Sse events) {
        return switch (look.sign()) {
            case FINISHED -> named("finished", showing.show(look.roster(), language), events);
            case PROGRESS -> named("progress", RosterProgressView.of(look.roster()), events);
            default -> events.newEventBuilder().comment("still there").build();
        };
    }

    private static OutboundSseEvent named(String name, Object data, Sse events) {
        return events.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data)
                .build();
    }
}
