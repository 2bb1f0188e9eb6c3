package tw.ecard.queue.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.ticket.Ticket;

/** Everybody who claims waits for whoever holds the gate: what is not needed for a claim is not read behind it. */
@QuarkusTest
@WithTestResource(RealStack.class)
class HeldGateIT {

    @Inject
    World world;

    @Inject
    ClaimingNextCase claiming;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @Test
    void a_claim_is_done_while_nobody_can_read_the_clocks_and_the_calendar() {
        world.inReview(1);
        QuarkusTransaction.requiringNew().run(() -> {
            world.sql().update("LOCK TABLE clock_entry, calendar_in_force, calendar_day IN ACCESS EXCLUSIVE MODE");
            assertThat(claimedWithoutWaiting().number()).isEqualTo(1);
        });
    }

    private Ticket claimedWithoutWaiting() {
        return QuarkusTransaction.requiringNew().call(() -> {
            world.sql().update("SET LOCAL lock_timeout = '2s'");
            return claiming.claim(Lane.REVIEW, "clerk").orElseThrow();
        });
    }
}
