package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.ecard.queue.notification.Situation.Status.APPROVED;
import static tw.ecard.queue.notification.Situation.Status.COMPLETED;
import static tw.ecard.queue.notification.Situation.Status.QUEUED;
import static tw.ecard.queue.notification.Situation.Status.REJECTED;
import static tw.ecard.queue.notification.Situation.Status.RETURNED;
import static tw.ecard.queue.notification.Situation.Status.ROSTER_RETURNED;
import static tw.ecard.queue.notification.Situation.Status.ROSTER_VALIDATING;
import static tw.ecard.queue.notification.Situation.Status.UNDER_REVIEW;
import static tw.ecard.queue.notification.Situation.Status.WITHDRAWN;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.TestClock;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;
import tw.ecard.queue.ticket.AcceptedRoster;
import tw.ecard.queue.ticket.Application;
import tw.ecard.queue.ticket.Arrival;
import tw.ecard.queue.ticket.InstitutionKind;
import tw.ecard.queue.ticket.Outcome;
import tw.ecard.queue.ticket.Ticket;

class WhatTicketsTellTest {

    private final Ticket review = ticket(Lane.REVIEW, null);
    private final Ticket issuance = ticket(Lane.ISSUANCE, new AcceptedRoster(UUID.randomUUID(), 3));

    @Test
    void without_a_ticket_anything_but_a_withdrawal_may_be() {
        assertThat(WhatTicketsTell.possible(List.of())).hasSize(9).doesNotContain(WITHDRAWN);
    }

    @Test
    void in_review_the_ticket_knows_all_until_it_is_returned_or_decided() {
        assertThat(WhatTicketsTell.possible(List.of(review))).containsExactly(UNDER_REVIEW);
        review.admit();
        review.claim("clerk", TestClock.MONDAY.plusSeconds(60), TestClock.MONDAY);
        review.returnToApplicant(TestClock.MONDAY);
        assertThat(WhatTicketsTell.possible(List.of(review))).containsExactly(UNDER_REVIEW, RETURNED);
    }

    @Test
    void an_approved_case_may_have_gone_on_to_its_roster() {
        assertThat(WhatTicketsTell.possible(List.of(ended(review, Outcome.APPROVED))))
                .containsExactly(UNDER_REVIEW, APPROVED, ROSTER_VALIDATING, ROSTER_RETURNED, QUEUED);
    }

    @Test
    void a_rejected_or_withdrawn_case_is_over() {
        assertThat(WhatTicketsTell.possible(List.of(ended(review, Outcome.REJECTED))))
                .containsExactly(UNDER_REVIEW, REJECTED);
        assertThat(WhatTicketsTell.possible(List.of(ended(issuance, Outcome.WITHDRAWN))))
                .containsExactly(WITHDRAWN);
    }

    @Test
    void the_later_lane_counts() {
        ended(review, Outcome.APPROVED);
        assertThat(WhatTicketsTell.possible(List.of(review, issuance))).containsExactly(QUEUED);
        assertThat(WhatTicketsTell.possible(List.of(review, ended(issuance, Outcome.ISSUED))))
                .containsExactly(QUEUED, COMPLETED);
    }

    @Test
    void a_return_from_issuance_may_be_followed_by_any_number_of_rosters() {
        issuance.admit();
        issuance.claim("clerk", TestClock.MONDAY.plusSeconds(60), TestClock.MONDAY);
        issuance.returnToApplicant(TestClock.MONDAY);
        assertThat(WhatTicketsTell.possible(List.of(issuance)))
                .containsExactlyInAnyOrder(QUEUED, RETURNED, ROSTER_VALIDATING, ROSTER_RETURNED);
    }

    private static Ticket ended(Ticket ticket, Outcome outcome) {
        ticket.admit();
        ticket.finish(outcome, TestClock.MONDAY);
        return ticket;
    }

    private static Ticket ticket(Lane lane, AcceptedRoster roster) {
        return Ticket.of(new Arrival(
                lane,
                1,
                new Application(UUID.randomUUID(), "1150000001", "999901", "示範高級中學", InstitutionKind.SCHOOL),
                Speed.NORMAL,
                1,
                TestClock.MONDAY,
                roster,
                List.of()));
    }
}
