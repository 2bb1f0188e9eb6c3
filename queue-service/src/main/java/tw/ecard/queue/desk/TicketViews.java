package tw.ecard.queue.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.http.Revision;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.desk.TicketView.ClockView;
import tw.ecard.queue.desk.TicketView.Institution;
import tw.ecard.queue.ticket.Application;
import tw.ecard.queue.ticket.ClockReader;
import tw.ecard.queue.ticket.ClockReaders;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.TicketState;

/** Shows tickets to the present caller; who works on a case is for staff only. */
@RequestScoped
class TicketViews {

    private final Caller caller;
    private final ClockReaders clocks;
    private final CaseLinks links;

    TicketViews(Caller caller, ClockReaders clocks, CaseLinks links) {
        this.caller = caller;
        this.clocks = clocks;
        this.links = links;
    }

    /** The answer with one ticket and its revision. */
    Response answer(Ticket ticket) {
        return answer(ticket, clocks.now());
    }

    /** The same by the calendar and the moment that are given. */
    Response answer(Ticket ticket, ClockReader clock) {
        return Response.ok(view(ticket, clock))
                .header(HttpHeaders.ETAG, new Revision(ticket.revision()).etag())
                .build();
    }

    TicketView view(Ticket ticket, ClockReader clock) {
        TicketState state = ticket.stateAt(clock.now());
        boolean claimed = state == TicketState.IN_WORK;
        Application application = ticket.application();
        return new TicketView(
                ticket.id(),
                ticket.lane(),
                ticket.number(),
                ticket.round(),
                state.name(),
                ticket.outcome(),
                application.id(),
                application.receiptNumber(),
                application.institutionCode() == null
                        ? null
                        : new Institution(application.institutionCode(), application.institutionName()),
                ticket.speed(),
                ticket.readers(),
                Taipei.at(ticket.arrivedAt()),
                ClockView.of(clock.read(ticket)),
                claimed && caller.isStaff() ? ticket.lease().clerk() : null,
                claimed ? Taipei.at(ticket.lease().until()) : null,
                links.of(ticket));
    }
}
