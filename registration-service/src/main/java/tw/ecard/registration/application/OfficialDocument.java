package tw.ecard.registration.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * 公文: the official document by which an institution applies.
 *
 * @param number 發文字號 as {@link DocumentNumber} writes it
 * @param issuedOn date on the document
 */
@Embeddable
public record OfficialDocument(
        @Column(name = "document_number") String number,
        @Column(name = "document_issued_on") LocalDate issuedOn,

        @Column(name = "document_speed") @Enumerated(EnumType.STRING)
        Speed speed,

        @Column(name = "document_subject") String subject) {}
