package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import tw.ecard.queue.ticket.TicketState;
import tw.ecard.queue.ticket.Tickets;

/** Whether a case that is said to be late still is to be done: a decision here is known before registration-service has it. */
@ApplicationScoped
class StillDelayed {

    private final Tickets tickets;

    StillDelayed(Tickets tickets) {
        this.tickets = tickets;
    }

    /** True of every other kind of mail. */
    @Transactional
    boolean holds(PlannedMail mail) {
        return mail.kind() != MailKind.DELAYED
                || tickets.admitted(mail.ticketId())
                        .filter(ticket -> ticket.round() == mail.round())
                        .filter(ticket ->
                                ticket.state() == TicketState.WAITING || ticket.state() == TicketState.IN_WORK)
                        .isPresent();
    }
}
