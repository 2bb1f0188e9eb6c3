package tw.ecard.queue.intake;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;
import tw.ecard.queue.notification.MailKind;
import tw.ecard.queue.notification.PlannedMail;
import tw.ecard.queue.ticket.AcceptedRoster;
import tw.ecard.queue.ticket.Application;
import tw.ecard.queue.ticket.Arrival;
import tw.ecard.queue.ticket.InstitutionKind;
import tw.ecard.queue.ticket.Paper;

/**
 * The data of the events about applications, as {@code contracts/events} describes them: every type has the first four,
 * and those of the others that it needs. What a type lacks is noticed when it is asked for what it should have.
 */
record ApplicationEvent(
        UUID applicationId,
        String receiptNumber,
        String institutionCode,
        int round,
        Lane lane,
        Long ticket,
        String institutionName,
        InstitutionKind institutionKind,
        Speed speed,
        Instant arrivedAt,
        Instant correctedAt,
        UUID rosterId,
        Integer readers,
        Integer rows,
        Integer errorCount,
        Integer contactVersion,
        List<Paper> papers) {

    ApplicationEvent {
        Objects.requireNonNull(applicationId, "applicationId");
        Objects.requireNonNull(receiptNumber, "receiptNumber");
        Objects.requireNonNull(institutionCode, "institutionCode");
        papers = papers == null ? List.of() : List.copyOf(papers);
    }

    /** Where an application stands. */
    record Place(UUID applicationId, Lane lane, long number) {}

    /** A case that is complete again. */
    record Correction(Place place, int round, Instant at, AcceptedRoster roster) {}

    Arrival arrival() {
        return new Arrival(
                lane,
                Objects.requireNonNull(ticket, "ticket"),
                new Application(applicationId, receiptNumber, institutionCode, institutionName, institutionKind),
                speed,
                round,
                arrivedAt,
                roster(),
                papers);
    }

    Correction correction() {
        Place place = place().orElseThrow(() -> new IllegalArgumentException("a correction without a place"));
        return new Correction(place, round, Objects.requireNonNull(correctedAt, "correctedAt"), roster());
    }

    /** Where the application stands; empty when it has not reached a lane, or left it. */
    Optional<Place> place() {
        return ticket == null
                ? Optional.empty()
                : Optional.of(new Place(applicationId, Objects.requireNonNull(lane, "lane"), ticket));
    }

    PlannedMail mail(MailKind kind) {
        return PlannedMail.about(kind, applicationId, receiptNumber, institutionCode, round);
    }

    PlannedMail rosterReturnedMail() {
        return mail(MailKind.ROSTER_RETURNED)
                .onRoster(
                        Objects.requireNonNull(rosterId, "rosterId"),
                        Objects.requireNonNull(rows, "rows"),
                        Objects.requireNonNull(errorCount, "errorCount"));
    }

    PlannedMail completedMail() {
        return mail(MailKind.COMPLETED)
                .onRoster(Objects.requireNonNull(rosterId, "rosterId"), Objects.requireNonNull(readers, "readers"), 0);
    }

    PlannedMail contactChangedMail(MailKind kind) {
        return mail(kind).onContact(Objects.requireNonNull(contactVersion, "contactVersion"));
    }

    private AcceptedRoster roster() {
        return rosterId == null ? null : new AcceptedRoster(rosterId, Objects.requireNonNull(readers, "readers"));
    }
}
