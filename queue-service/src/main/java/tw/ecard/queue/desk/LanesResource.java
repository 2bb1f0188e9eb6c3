package tw.ecard.queue.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.Cursor;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.http.Page;
import tw.ecard.kit.http.PageSize;
import tw.ecard.kit.idempotency.Idempotent;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.clock.ClockState;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.refusal.QueueRefusal;
import tw.ecard.queue.ticket.ClockReader;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.DuePlace;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.TicketFilter;
import tw.ecard.queue.ticket.TicketState;
import tw.ecard.queue.ticket.Tickets;

/** The lanes: how they stand, what is in them, and taking the next case. */
@Path("/v1/lanes")
@Produces(MediaType.APPLICATION_JSON)
class LanesResource {

    private final LaneOverview overview;
    private final ClaimingNextCase claiming;
    private final Tickets tickets;
    private final TicketViews views;
    private final ClockReaders clocks;
    private final Caller caller;

    LanesResource(
            LaneOverview overview,
            ClaimingNextCase claiming,
            Tickets tickets,
            TicketViews views,
            ClockReaders clocks,
            Caller caller) {
        this.overview = overview;
        this.claiming = claiming;
        this.tickets = tickets;
        this.views = views;
        this.clocks = clocks;
        this.caller = caller;
    }

    /** Every lane. */
    @Schema(name = "Lanes")
    record LanesView(List<LaneOverview.LaneView> items) {}

    /** Tickets of a lane. */
    @Schema(name = "TicketPage")
    record TicketPage(
            List<TicketView> items,

            @Schema(description = "下一頁的 cursor；最後一頁為 null", nullable = true)
            String nextCursor) {}

    @GET
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR, Role.OBSERVER})
    @Tag(name = ApiSections.LANES)
    @Operation(operationId = "lanes", summary = "各隊伍現況", description = "等候、承辦、補正中的件數，即將到期與逾期件數。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LanesView.class)))
    public LanesView lanes() {
        return new LanesView(overview.lanes());
    }

    @GET
    @Path("/{lane}/tickets")
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR, Role.OBSERVER})
    @Transactional
    @Tag(name = ApiSections.LANES)
    @Operation(
            operationId = "tickets",
            summary = "查詢隊伍中的案件",
            description = "依號碼排列，可依狀態與時限篩選。sort=due 時依最遲完成日排列，逾期與即將到期者在前、暫停計時者在後，已結案者不列；" + "領取仍一律依號碼。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketPage.class)))
    public Response tickets(
            @PathParam("lane") @Parameter(schema = @Schema(enumeration = {"review", "issuance"})) String lane,
            @QueryParam("state") @Parameter(schema = @Schema(enumeration = {"WAITING", "IN_WORK", "RETURNED", "DONE"}))
                    String state,
            @QueryParam("clock")
                    @Parameter(schema = @Schema(enumeration = {"ON_TIME", "DUE_SOON", "OVERDUE", "PAUSED", "DONE"}))
                    String clock,
            @QueryParam("sort")
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"number", "due"},
                                            defaultValue = "number"))
                    String sort,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @Parameter(schema = @Schema(minimum = "1", maximum = "200", type = SchemaType.INTEGER))
                    Integer limit,
            @Context UriInfo uri) {
        int size = PageSize.of(limit);
        ClockReader now = clocks.now();
        TicketFilter filter = new TicketFilter(
                filterValue("state", TicketState.class, state),
                filterValue("clock", ClockState.class, clock),
                now.now());
        return page(laneOf(lane), filter, TicketOrder.of(sort), cursor, size)
                .map(ticket -> views.view(ticket, now))
                .answer(uri);
    }

    @POST
    @Path("/{lane}/claims")
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR})
    @Idempotent
    @Transactional
    @Tag(name = ApiSections.CLAIM)
    @Operation(
            operationId = "claim",
            summary = "領取下一件",
            description = "取得隊伍中號碼最小的等候案件，不能挑選。領取後在期限（leaseUntil）內為您承辦，期滿未處理即回到原來的位置。")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = "重送同一請求時用相同的值，不會多領一件",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "領到的案件",
            headers = @Header(name = "ETag", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = TicketView.class)))
    @APIResponse(responseCode = "204", description = "沒有等候的案件")
    public Response claim(
            @PathParam("lane") @Parameter(schema = @Schema(enumeration = {"review", "issuance"})) String lane) {
        // Before the gate is held: nobody waits while the calendar is read.
        ClockReader clock = clocks.now();
        return claiming.claim(laneOf(lane), caller.name())
                .map(ticket -> views.answer(ticket, clock))
                .orElseGet(() -> Response.noContent().build());
    }

    private Page<Ticket> page(Lane lane, TicketFilter filter, TicketOrder order, String cursor, int size) {
        return switch (order) {
            case NUMBER ->
                Page.of(
                        tickets.inOrder(lane, filter, Cursor.number(cursor, 0), size + 1),
                        size,
                        ticket -> Cursor.at(ticket.number()));
            case DUE ->
                Page.of(
                        tickets.firstDue(lane, filter, DuePlace.at(cursor), size + 1),
                        size,
                        ticket -> Cursor.at(DuePlace.of(ticket).text()));
        };
    }

    private static Lane laneOf(String name) {
        return Lane.ofPathName(name).orElseThrow(HttpRefusal.NotFound::new);
    }

    private static <E extends Enum<E>> E filterValue(String filter, Class<E> type, String wanted) {
        if (wanted == null) {
            return null;
        }
        List<E> known = Arrays.stream(type.getEnumConstants())
                .filter(value -> value != TicketState.ARRIVED)
                .toList();
        return known.stream()
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new QueueRefusal.UnknownFilterValue(
                        filter, known.stream().map(Enum::name).toList()));
    }
}
