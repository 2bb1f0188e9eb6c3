package tw.ecard.queue.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * The application behind a case, as registration-service told of it.
 *
 * @param institutionKind null for a case that came in before this was kept
 */
@Embeddable
public record Application(
        @Column(name = "application_id") UUID id,
        String receiptNumber,
        String institutionCode,
        String institutionName,
        @Enumerated(EnumType.STRING) InstitutionKind institutionKind) {

    /** Nothing is known but, where one drew the number, which it is. */
    static Application unknown(UUID id) {
        return new Application(id, null, null, null, null);
    }
}
