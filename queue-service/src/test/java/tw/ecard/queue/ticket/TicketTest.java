package tw.ecard.queue.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.clock.ClockEntry;
import tw.ecard.queue.clock.ClockEvent;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;
import tw.ecard.queue.refusal.QueueRefusal;

class TicketTest {

    private static final Instant ARRIVAL = Instant.parse("2026-11-23T02:00:00Z");
    private static final Instant LATER = ARRIVAL.plus(Duration.ofHours(1));
    private static final Instant LEASE_END = LATER.plus(Duration.ofMinutes(30));

    @Test
    void its_clock_starts_with_the_arrival_and_not_with_the_admission() {
        Ticket ticket = arrived(Lane.REVIEW);
        ticket.admit();
        assertThat(ticket.ledger().entries()).containsExactly(new ClockEntry(ClockEvent.STARTED, ARRIVAL));
        assertThat(ticket.state()).isEqualTo(TicketState.WAITING);
    }

    @Test
    void it_is_admitted_once() {
        Ticket ticket = waiting(Lane.REVIEW);
        assertThatThrownBy(ticket::admit).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_has_only_arrived_cannot_be_claimed() {
        assertThat(arrived(Lane.REVIEW).isClaimable(LATER)).isFalse();
    }

    @Test
    void a_claim_holds_until_its_lease_ends_and_not_a_moment_longer() {
        Ticket ticket = claimed();
        ticket.requireHeldBy("clerk", LEASE_END.minusMillis(1));
        assertThat(ticket.isClaimable(LEASE_END.minusMillis(1))).isFalse();
        assertThat(ticket.stateAt(LEASE_END)).isEqualTo(TicketState.WAITING);
        assertThat(ticket.isClaimable(LEASE_END)).isTrue();
        assertThatThrownBy(() -> ticket.requireHeldBy("clerk", LEASE_END))
                .isInstanceOf(QueueRefusal.LeaseExpired.class);
    }

    @Test
    void given_to_another_clerk_it_is_lost_to_the_first() {
        Ticket ticket = claimed();
        ticket.give("clerk2", LEASE_END.plusSeconds(60));
        ticket.requireHeldBy("clerk2", LEASE_END);
        assertThatThrownBy(() -> ticket.requireHeldBy("clerk", LATER)).isInstanceOf(QueueRefusal.NotTheClaimant.class);
        ticket.release();
        assertThatThrownBy(() -> ticket.give("clerk", LEASE_END)).isInstanceOf(QueueRefusal.NotInWork.class);
    }

    @Test
    void a_voided_number_is_over_from_the_beginning() {
        Ticket ticket = Ticket.voided(Lane.ISSUANCE, 7, null, ARRIVAL);
        assertThat(ticket.state()).isEqualTo(TicketState.DONE);
        assertThat(ticket.outcome()).isEqualTo(Outcome.VOIDED);
        assertThat(ticket.isClaimable(LATER)).isFalse();
        assertThat(ticket.ledger().last()).isEqualTo(new ClockEntry(ClockEvent.STOPPED, ARRIVAL));
    }

    @Test
    void nobody_but_the_claimant_holds_it() {
        Ticket ticket = claimed();
        assertThatThrownBy(() -> ticket.requireHeldBy("clerk2", LATER)).isInstanceOf(QueueRefusal.NotTheClaimant.class);
        ticket.release();
        assertThatThrownBy(() -> ticket.requireHeldBy("clerk", LATER)).isInstanceOf(QueueRefusal.NotInWork.class);
    }

    @Test
    void a_return_pauses_the_clock_and_a_correction_lets_it_go_on_in_a_new_round() {
        Ticket ticket = waiting(Lane.ISSUANCE);
        ticket.claim("clerk", LEASE_END, LATER);
        ticket.returnToApplicant(LATER);
        assertThat(ticket.lease()).isNull();

        AcceptedRoster roster = new AcceptedRoster(UUID.randomUUID(), 7);
        ticket.corrected(2, roster, LATER.plusSeconds(1));
        assertThat(ticket.state()).isEqualTo(TicketState.WAITING);
        assertThat(ticket.round()).isEqualTo(2);
        assertThat(ticket.number()).isEqualTo(42);
        assertThat(ticket.readers()).isEqualTo(7);
        assertThat(ticket.rosterId()).isEqualTo(roster.id());
        assertThat(ticket.ledger().entries())
                .extracting(ClockEntry::event)
                .containsExactly(ClockEvent.STARTED, ClockEvent.PAUSED, ClockEvent.RESUMED);
    }

    @Test
    void a_correction_of_papers_keeps_the_roster() {
        Ticket ticket = waiting(Lane.ISSUANCE);
        UUID roster = ticket.rosterId();
        ticket.claim("clerk", LEASE_END, LATER);
        ticket.returnToApplicant(LATER);
        ticket.corrected(2, null, LATER);
        assertThat(ticket.rosterId()).isEqualTo(roster);
    }

    @Test
    void only_a_returned_case_is_corrected_and_only_into_a_later_round() {
        Ticket ticket = claimed();
        assertThatThrownBy(() -> ticket.corrected(2, null, LATER)).isInstanceOf(IllegalStateException.class);
        ticket.returnToApplicant(LATER);
        assertThatThrownBy(() -> ticket.corrected(1, null, LATER)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_finished_case_has_an_outcome_and_a_stopped_clock() {
        Ticket ticket = claimed();
        ticket.finish(Outcome.APPROVED, LATER);
        assertThat(ticket.state()).isEqualTo(TicketState.DONE);
        assertThat(ticket.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(ticket.ledger().last().event()).isEqualTo(ClockEvent.STOPPED);
    }

    @Test
    void issuance_needs_a_roster_and_review_has_none() {
        assertThatThrownBy(() -> arrival(Lane.ISSUANCE, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> arrival(Lane.REVIEW, new AcceptedRoster(UUID.randomUUID(), 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Ticket claimed() {
        Ticket ticket = waiting(Lane.REVIEW);
        ticket.claim("clerk", LEASE_END, LATER);
        return ticket;
    }

    private static Ticket waiting(Lane lane) {
        Ticket ticket = arrived(lane);
        ticket.admit();
        return ticket;
    }

    private static Ticket arrived(Lane lane) {
        return Ticket.of(arrival(lane, lane == Lane.REVIEW ? null : new AcceptedRoster(UUID.randomUUID(), 3)));
    }

    private static Arrival arrival(Lane lane, AcceptedRoster roster) {
        return new Arrival(
                lane,
                42,
                new Application(UUID.randomUUID(), "1150000001", "999901", "示範高級中學", InstitutionKind.SCHOOL),
                Speed.NORMAL,
                1,
                ARRIVAL,
                roster,
                List.of());
    }
}
