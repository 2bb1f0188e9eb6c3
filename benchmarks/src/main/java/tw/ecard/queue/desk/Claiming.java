package tw.ecard.queue.desk;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tw.ecard.benchmarks.usecase.UseCase;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;
import tw.ecard.queue.ticket.Application;
import tw.ecard.queue.ticket.Arrival;
import tw.ecard.queue.ticket.InstitutionKind;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.Tickets;

/** Claims the next case of the review lane. In this package because nobody else may claim. */
public final class Claiming implements UseCase {

    private final ClaimingNextCase claiming = bean(ClaimingNextCase.class);
    private final Tickets tickets = bean(Tickets.class);
    private final Instant now = bean(Clock.class).instant();

    @Override
    public void leaveOne() {
        QuarkusTransaction.requiringNew().run(() -> {
            Ticket ticket = Ticket.of(new Arrival(
                    Lane.REVIEW,
                    1,
                    new Application(UUID.randomUUID(), "1150000001", "999901", "示範高級中學", InstitutionKind.SCHOOL),
                    Speed.NORMAL,
                    1,
                    now,
                    null,
                    List.of()));
            ticket.admit();
            tickets.persist(ticket);
        });
    }

    @Override
    public void call(int number) {
        claiming.claim(Lane.REVIEW, "clerk").orElseThrow();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
