package tw.ecard.queue.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.outbox.Outbox;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.clock.ClockReading;
import tw.ecard.queue.issuance.SerialBlock;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.reason.RejectionReason;
import tw.ecard.queue.reason.Requirement;
import tw.ecard.queue.reason.ReturnReason;

/**
 * Tells the other service what became of a case, in the running transaction. The data follow the schemas under
 * {@code contracts/events}: codes and numbers, never what somebody wrote.
 */
@ApplicationScoped
public class CaseEvents {

    public static final String TOPIC = "ecard.decisions.v1";

    private static final String RESCHEDULED = "tw.ecard.case.rescheduled.v1";

    private final Outbox outbox;

    CaseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    public void admitted(Ticket ticket, ClockReading clock) {
        append("tw.ecard.case.admitted.v1", ticket, dates(ticket, clock));
    }

    /** After a correction: before it the clock was paused, and there were no dates. */
    public void rescheduled(Ticket ticket, ClockReading clock) {
        append(RESCHEDULED, ticket, NewDates.of(MovedCase.of(ticket, CaseDates.NONE, CaseDates.of(clock))));
    }

    /** After a change of the calendar; no case stands there twice. */
    public void rescheduled(List<MovedCase> moved) {
        outbox.appendAll(moved.stream()
                .map(one -> new NewEvent(TOPIC, one.applicationId().toString(), RESCHEDULED, NewDates.of(one)))
                .toList());
    }

    /**
     * A clerk has the case, or has it longer: it counts as in work until the lease ends, with no further word. Who has it
     * stays here.
     */
    public void claimed(Ticket ticket, Instant at) {
        append(
                "tw.ecard.case.claimed.v1",
                ticket,
                new Claimed(CaseFacts.of(ticket), ticket.lease().until(), ticket.dueOn(), Taipei.dayOf(at)));
    }

    /** A clerk gave the case back undecided: it waits again in its place. */
    public void released(Ticket ticket) {
        append("tw.ecard.case.released.v1", ticket, CaseFacts.of(ticket));
    }

    public void approved(Ticket ticket) {
        append("tw.ecard.application.approved.v1", ticket, decision(ticket, List.of()));
    }

    public void rejected(Ticket ticket, RejectionReason reason) {
        append("tw.ecard.application.rejected.v1", ticket, decision(ticket, List.of(reason)));
    }

    /** @param rows the rows of the roster that have a remark */
    public void returned(
            Ticket ticket, SortedSet<Requirement> requires, List<ReturnReason> reasons, SortedSet<Integer> rows) {
        append("tw.ecard.application.returned.v1", ticket, new Returned(CaseFacts.of(ticket), requires, reasons, rows));
    }

    public void issued(Ticket ticket, SerialBlock block) {
        append(
                "tw.ecard.cards.issued.v1",
                ticket,
                new Issued(
                        CaseFacts.of(ticket),
                        ticket.rosterId(),
                        block.count(),
                        block.rocYear(),
                        block.first(),
                        block.last()));
    }

    /** No application waits for this one, and there may be none: it is about the lane. */
    public void voided(Ticket ticket, Enum<?> reason) {
        String subject = ticket.lane().name();
        Voided data = new Voided(
                ticket.lane(),
                ticket.number(),
                reason.name(),
                ticket.application().id());
        outbox.append(new NewEvent(TOPIC, subject, "tw.ecard.ticket.voided.v1", data));
    }

    /** The contact is told that the case will miss its last day; {@code expectedOn} is null when nobody can say. */
    public void delayed(Ticket ticket, LocalDate dueOn, LocalDate expectedOn) {
        append("tw.ecard.case.delayed.v1", ticket, new Delayed(CaseFacts.of(ticket), dueOn, expectedOn));
    }

    private void append(String type, Ticket ticket, Object data) {
        outbox.append(new NewEvent(TOPIC, ticket.application().id().toString(), type, data));
    }

    private static Dates dates(Ticket ticket, ClockReading clock) {
        return new Dates(CaseFacts.of(ticket), clock.targetOn(), clock.dueOn());
    }

    private static Decision decision(Ticket ticket, List<RejectionReason> reasons) {
        return new Decision(CaseFacts.of(ticket), reasons);
    }

    private record CaseFacts(
            UUID applicationId,
            String receiptNumber,
            String institutionCode,
            int round,
            Lane lane,
            long ticket,
            UUID ticketId) {

        static CaseFacts of(MovedCase moved) {
            return new CaseFacts(
                    moved.applicationId(),
                    moved.receiptNumber(),
                    moved.institutionCode(),
                    moved.round(),
                    moved.lane(),
                    moved.number(),
                    moved.ticketId());
        }

        static CaseFacts of(Ticket ticket) {
            return new CaseFacts(
                    ticket.application().id(),
                    ticket.application().receiptNumber(),
                    ticket.application().institutionCode(),
                    ticket.round(),
                    ticket.lane(),
                    ticket.number(),
                    ticket.id());
        }
    }

    private record Dates(@JsonUnwrapped CaseFacts facts, LocalDate targetOn, LocalDate dueOn) {}

    private record NewDates(
            @JsonUnwrapped CaseFacts facts,
            LocalDate targetOn,
            LocalDate dueOn,
            LocalDate formerTargetOn,
            LocalDate formerDueOn) {

        static NewDates of(MovedCase moved) {
            return new NewDates(
                    CaseFacts.of(moved),
                    moved.now().targetOn(),
                    moved.now().dueOn(),
                    moved.former().targetOn(),
                    moved.former().dueOn());
        }
    }

    private record Claimed(@JsonUnwrapped CaseFacts facts, Instant leaseUntil, LocalDate dueOn, LocalDate expectedOn) {}

    private record Delayed(@JsonUnwrapped CaseFacts facts, LocalDate dueOn, LocalDate expectedOn) {}

    private record Decision(@JsonUnwrapped CaseFacts facts, List<RejectionReason> reasons) {}

    private record Returned(
            @JsonUnwrapped CaseFacts facts,
            SortedSet<Requirement> requires,
            List<ReturnReason> reasons,
            SortedSet<Integer> rows) {}

    private record Issued(
            @JsonUnwrapped CaseFacts facts, UUID rosterId, int count, int rocYear, int firstSerial, int lastSerial) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Voided(Lane lane, long number, String reason, UUID applicationId) {}
}
