package tw.ecard.queue.gap;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import tw.ecard.kit.event.MalformedEvent;
import tw.ecard.kit.inbox.FetchedEvents;
import tw.ecard.queue.gap.DrawnNumbers.Drawn;
import tw.ecard.queue.gap.DrawnNumbers.Numbers;
import tw.ecard.queue.intake.ApplicationEvents;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.refusal.QueueRefusal;

/** Asks registration-service for numbers and takes their events in. Outside of any transaction. */
@ApplicationScoped
class FetchingNumbers {

    private static final Logger LOG = Logger.getLogger(FetchingNumbers.class);

    private final DrawnNumbers registration;
    private final FetchedEvents inbox;

    FetchingNumbers(@RestClient DrawnNumbers registration, FetchedEvents inbox) {
        this.registration = registration;
        this.inbox = inbox;
    }

    /**
     * Numbers above this one, in their order.
     *
     * @throws QueueRefusal.RegistrationAway when registration-service, or the login before it, does not answer
     */
    Numbers after(Lane lane, long number, int atMost) {
        try {
            return registration.after(lane.pathName(), number, atMost);
        } catch (RuntimeException e) {
            LOG.debugf(e, "the numbers of lane %s could not be asked for", lane);
            throw new QueueRefusal.RegistrationAway();
        }
    }

    /**
     * Who drew the number; empty when it was drawn and no application stands behind it.
     *
     * @throws QueueRefusal.NumberNotDrawn when it was not drawn yet
     */
    Optional<Drawn> at(Lane lane, long number) {
        Numbers numbers = after(lane, number - 1, 1);
        if (number > numbers.lastDrawn() && numbers.items().isEmpty()) {
            throw new QueueRefusal.NumberNotDrawn(lane, number);
        }
        return numbers.items().stream()
                .filter(drawn -> drawn.ticket() == number)
                .findFirst();
    }

    /**
     * Takes in whatever of the events has not come; what came before is passed over. The last comes first and waits for
     * the others: once the number has come, everything that was fetched with it has.
     *
     * @return false when an event is none, or another one has its place
     */
    boolean take(Drawn drawn) {
        boolean all = true;
        for (int i = drawn.events().size() - 1; i >= 0; i--) {
            all &= take(drawn.applicationId(), drawn.events().get(i));
        }
        return all;
    }

    private boolean take(UUID application, JsonNode event) {
        try {
            inbox.take(ApplicationEvents.TOPIC, event.toString());
            return true;
        } catch (MalformedEvent e) {
            LOG.errorf(e, "an event of %s that registration-service has cannot be taken in", application);
            return false;
        }
    }
}
