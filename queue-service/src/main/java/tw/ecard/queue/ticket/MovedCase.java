package tw.ecard.queue.ticket;

import java.util.UUID;
import tw.ecard.queue.lane.Lane;

/**
 * An open case whose dates another calendar moves.
 *
 * @param former what was promised by the calendar before
 * @param now what is promised by the new one
 */
public record MovedCase(
        UUID ticketId,
        Lane lane,
        long number,
        int round,
        UUID applicationId,
        String receiptNumber,
        String institutionCode,
        CaseDates former,
        CaseDates now) {

    static MovedCase of(Ticket ticket, CaseDates former, CaseDates now) {
        return new MovedCase(
                ticket.id(),
                ticket.lane(),
                ticket.number(),
                ticket.round(),
                ticket.application().id(),
                ticket.application().receiptNumber(),
                ticket.application().institutionCode(),
                former,
                now);
    }
}
