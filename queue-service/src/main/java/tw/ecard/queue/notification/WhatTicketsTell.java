package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.notification.MailPolicy.Verdict;
import tw.ecard.queue.notification.Situation.Status;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/**
 * What this service knows itself of an application's state, so that a request need not wait for the other service. It
 * may lag behind: what it cannot rule out, registration-service decides when the mail is about to go out.
 */
@ApplicationScoped
class WhatTicketsTell {

    private static final Set<Status> ANY = EnumSet.complementOf(EnumSet.of(Status.WITHDRAWN));

    private final Tickets tickets;

    WhatTicketsTell(Tickets tickets) {
        this.tickets = tickets;
    }

    /** Whether in every state that the application may be in, the mail would be cancelled. */
    boolean ruleOut(PlannedMail mail) {
        List<Ticket> known = tickets.ofApplication(mail.applicationId());
        int round = known.stream().mapToInt(Ticket::round).max().orElse(mail.round());
        return possible(known).stream()
                .map(status -> new Situation(status, round, null, false, null))
                .allMatch(situation -> MailPolicy.verdict(mail, situation) == Verdict.CANCEL);
    }

    /** The states that the application may be in; its events and decisions may be on their way. */
    static Set<Status> possible(List<Ticket> known) {
        return known.stream()
                .filter(ticket -> ticket.lane() == Lane.ISSUANCE)
                .findFirst()
                .map(WhatTicketsTell::inIssuance)
                .or(() -> known.stream().findFirst().map(WhatTicketsTell::inReview))
                .orElse(ANY);
    }

    private static Set<Status> inReview(Ticket ticket) {
        return switch (ticket.state()) {
            case ARRIVED, WAITING, IN_WORK -> EnumSet.of(Status.UNDER_REVIEW);
            case RETURNED -> EnumSet.of(Status.UNDER_REVIEW, Status.RETURNED);
            case DONE ->
                switch (ticket.outcome()) {
                    case APPROVED -> EnumSet.range(Status.UNDER_REVIEW, Status.QUEUED);
                    case REJECTED -> EnumSet.of(Status.UNDER_REVIEW, Status.REJECTED);
                    case WITHDRAWN -> EnumSet.of(Status.WITHDRAWN);
                    case ISSUED, VOIDED -> ANY;
                };
        };
    }

    private static Set<Status> inIssuance(Ticket ticket) {
        return switch (ticket.state()) {
            case ARRIVED, WAITING, IN_WORK -> EnumSet.of(Status.QUEUED);
            case RETURNED ->
                EnumSet.of(Status.QUEUED, Status.RETURNED, Status.ROSTER_VALIDATING, Status.ROSTER_RETURNED);
            case DONE ->
                switch (ticket.outcome()) {
                    case ISSUED -> EnumSet.of(Status.QUEUED, Status.COMPLETED);
                    case WITHDRAWN -> EnumSet.of(Status.WITHDRAWN);
                    case APPROVED, REJECTED, VOIDED -> ANY;
                };
        };
    }
}
