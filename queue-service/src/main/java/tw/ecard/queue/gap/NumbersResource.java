package tw.ecard.queue.gap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.inbox.DeadLettersResource;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Lanes;
import tw.ecard.queue.ticket.Tickets;

/**
 * The repair of a lane that waits for a number. Both calls ask registration-service first, so no transaction spans them;
 * repeated, each leaves things as they are.
 */
@Path("/v1/lanes/{lane}/numbers/{n}")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = DeadLettersResource.SECTION)
class NumbersResource {

    private static final int LONGEST_REASON = 500;

    private final ReplayingNumber replaying;
    private final VoidingNumber voiding;
    private final VoidedNumbers voided;
    private final Tickets tickets;
    private final Lanes lanes;
    private final Caller caller;

    NumbersResource(
            ReplayingNumber replaying,
            VoidingNumber voiding,
            VoidedNumbers voided,
            Tickets tickets,
            Lanes lanes,
            Caller caller) {
        this.replaying = replaying;
        this.voiding = voiding;
        this.voided = voided;
        this.tickets = tickets;
        this.lanes = lanes;
        this.caller = caller;
    }

    @Schema(name = "VoidRequest", description = "作廢的原因，供日後查核；請勿填寫個人資料", examples = "{\"reason\": \"申請案已撤回，其事件無法讀取\"}")
    record VoidRequest(@NotBlank @Size(max = LONGEST_REASON) String reason) {}

    @POST
    @Path("/replay")
    @Operation(
            operationId = "replayNumber",
            summary = "補收一個號碼",
            description = "向申請系統取得此號碼申請案的所有事件，立即處理；已收到的不會重複。隊伍隨後繼續前進。")
    public NumberView replay(
            @PathParam("lane") @Parameter(schema = @Schema(enumeration = {"review", "issuance"})) String lane,
            @PathParam("n") @Min(1) long number) {
        Lane wanted = laneOf(lane);
        replaying.replay(wanted, number);
        return view(wanted, number);
    }

    @POST
    @Path("/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "voidNumber", summary = "作廢一個號碼", description = "此號碼沒有進行中的申請案時才能作廢（由申請系統確認）；隊伍隨後繼續前進。")
    public NumberView voidNumber(
            @PathParam("lane") @Parameter(schema = @Schema(enumeration = {"review", "issuance"})) String lane,
            @PathParam("n") @Min(1) long number,
            @NotNull @Valid VoidRequest body) {
        Lane wanted = laneOf(lane);
        voiding.voidNumber(wanted, number, body.reason(), caller.name());
        return view(wanted, number);
    }

    private NumberView view(Lane lane, long number) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tickets.at(lane, number)
                        .map(ticket ->
                                NumberView.of(ticket, voided.of(ticket.id()).orElse(null), lanes.standing(lane)))
                        .orElseThrow(HttpRefusal.NotFound::new));
    }

    private static Lane laneOf(String name) {
        return Lane.ofPathName(name).orElseThrow(HttpRefusal.NotFound::new);
    }
}
