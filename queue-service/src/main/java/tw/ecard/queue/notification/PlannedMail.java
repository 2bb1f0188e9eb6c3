package tw.ecard.queue.notification;

import java.util.Optional;
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
 * @param contactVersion the version of the contact that a change named; null when it speaks of no change
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
        Integer errors,
        Integer contactVersion) {

    public static PlannedMail about(MailKind kind, Ticket ticket) {
        return new PlannedMail(
                kind,
                ticket.application().id(),
                ticket.application().receiptNumber(),
                ticket.application().institutionCode(),
                ticket.round(),
                ticket.id(),
                null,
                null,
                null,
                null);
    }

    public static PlannedMail about(
            MailKind kind, UUID applicationId, String receiptNumber, String institutionCode, int round) {
        return new PlannedMail(
                kind, applicationId, receiptNumber, institutionCode, round, null, null, null, null, null);
    }

    public PlannedMail onRoster(UUID roster, int rowsRead, int errorCount) {
        return new PlannedMail(
                kind,
                applicationId,
                receiptNumber,
                institutionCode,
                round,
                ticketId,
                roster,
                rowsRead,
                errorCount,
                contactVersion);
    }

    /** @param version of the contact who was named; the one before is the former contact */
    public PlannedMail onContact(int version) {
        if (version < 2) {
            throw new IllegalArgumentException("the first contact replaced nobody");
        }
        return new PlannedMail(
                kind, applicationId, receiptNumber, institutionCode, round, ticketId, rosterId, rows, errors, version);
    }

    /** The version of the contact who reads it; empty for whoever is the contact when it goes out. */
    Optional<Integer> readerVersion() {
        return switch (kind) {
            case CONTACT_CHANGED_FORMER -> Optional.of(contactVersion - 1);
            case CONTACT_CHANGED_PRESENT -> Optional.of(contactVersion);
            default -> Optional.empty();
        };
    }
}
