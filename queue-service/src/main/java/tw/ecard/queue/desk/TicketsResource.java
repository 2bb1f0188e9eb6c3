package tw.ecard.queue.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.problem.Language;
import tw.ecard.queue.api.ApiSections;
import tw.ecard.queue.returns.CaseReturns;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/** One case, to look at. */
@Path("/v1/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
class TicketsResource {

    private final Tickets tickets;
    private final TicketViews views;
    private final ClockReaders clocks;
    private final CaseReturns returns;
    private final ChecksViews checks;

    TicketsResource(Tickets tickets, TicketViews views, ClockReaders clocks, CaseReturns returns, ChecksViews checks) {
        this.tickets = tickets;
        this.views = views;
        this.clocks = clocks;
        this.returns = returns;
        this.checks = checks;
    }

    @GET
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR, Role.OBSERVER})
    @Transactional
    @Tag(name = ApiSections.CLAIM)
    @Operation(operationId = "ticket", summary = "查詢一件", description = "回應的 ETag 供後續動作的 If-Match 使用。")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TicketView.class)))
    public Response ticket(@PathParam("id") UUID id) {
        return views.answer(admitted(id));
    }

    @GET
    @Path("/clock")
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR, Role.OBSERVER})
    @Transactional
    @Tag(name = ApiSections.CLAIM)
    @Operation(operationId = "ticketClock", summary = "時限的計算", description = "時限的開始、暫停、恢復與停止紀錄，及其計算結果。")
    public LedgerView clock(@PathParam("id") UUID id) {
        Ticket ticket = admitted(id);
        return LedgerView.of(ticket.ledger(), ticket.promise(), clocks.now().read(ticket));
    }

    @GET
    @Path("/returns")
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR, Role.SERVICE})
    @Transactional
    @Tag(name = ApiSections.RETURN)
    @Operation(
            operationId = "ticketReturns",
            summary = "退回與不同意的原因",
            description = "含館員填寫的說明與名冊各列備註，每輪一筆；同一申請案在審核與製證階段的退回都在內，先退回的在前。")
    public ReturnsView returns(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        List<ReturnsView.Made> made = tickets
                .ofApplication(admitted(id).application().id())
                .stream()
                .flatMap(ticket ->
                        returns.ofTicket(ticket.id()).stream().map(what -> new ReturnsView.Made(ticket.lane(), what)))
                .toList();
        return ReturnsView.of(made, returns.rejection(id), Language.of(headers));
    }

    @GET
    @Path("/checks")
    @RolesAllowed({Role.LIBRARIAN, Role.ADMINISTRATOR})
    @Transactional
    @Tag(name = ApiSections.REVIEW)
    @Operation(operationId = "ticketChecks", summary = "查看文件與查核結果", description = "現有文件的雜湊值與連結，及關防、簽章的查核。")
    public ChecksView checks(@PathParam("id") UUID id) {
        return checks.view(admitted(id));
    }

    private Ticket admitted(UUID id) {
        return tickets.admitted(id).orElseThrow(HttpRefusal.NotFound::new);
    }
}
