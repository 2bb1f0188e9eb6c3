package tw.ecard.queue.notification;

import java.util.UUID;
import tw.ecard.queue.ticket.Ticket;

/**
 * A mail to be sent. It names no person: who reads it is asked when it is sent.
 *
 * @param round the round of the application that it speaks of
 * @param ticketId the case that it speaks of; may be null
 * @param rosterId the roster that it speaks of; may be null
 * @param rows the rows of that roster
 * @param errors the errors found in it
 */
public record PlannedMail(
        MailKind kind,
        UUID applicationId,
        String receiptNumber,
        String institutionCode,
        int round,
        UUID ticketId,
        UUID rosterId,
        Integer rows,
        Integer errors) {

    public static PlannedMail about(MailKind kind, Ticket ticket) {
        return new PlannedMail(
                kind,
                ticket.applicationId(),
                ticket.receiptNumber(),
                ticket.institutionCode(),
                ticket.round(),
                ticket.id(),
                null,
                null,
                null);
    }

    public static PlannedMail about(
            MailKind kind, UUID applicationId, String receiptNumber, String institutionCode, int round) {
        return new PlannedMail(kind, applicationId, receiptNumber, institutionCode, round, null, null, null, null);
    }

    public PlannedMail onRoster(UUID roster, int rowsRead, int errorCount) {
        return new PlannedMail(
                kind, applicationId, receiptNumber, institutionCode, round, ticketId, roster, rowsRead, errorCount);
    }
}
