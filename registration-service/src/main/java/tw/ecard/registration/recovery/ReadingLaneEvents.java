package tw.ecard.registration.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import tw.ecard.kit.outbox.RecordedEvents;
import tw.ecard.registration.application.ApplicationEvents;
import tw.ecard.registration.lane.Lane;

/**
 * Reads what was told of the applications that drew the next tickets of a lane. All of it, from the first event on: the
 * receiver applies the events of an application in their sequence, and passes over those that it has.
 */
@ApplicationScoped
class ReadingLaneEvents {

    private final DrawnTickets tickets;
    private final RecordedEvents recorded;
    private final ObjectMapper json;

    ReadingLaneEvents(DrawnTickets tickets, RecordedEvents recorded, ObjectMapper json) {
        this.tickets = tickets;
        this.recorded = recorded;
        this.json = json;
    }

    LaneEventsView after(Lane lane, long ticket, int limit) {
        // Read first: a number up to this one that is then not found has no application.
        long last = tickets.last(lane);
        List<DrawnTickets.Drawn> oneMore = tickets.after(lane, ticket, limit + 1);
        List<DrawnTickets.Drawn> page = oneMore.subList(0, Math.min(limit, oneMore.size()));
        Map<String, List<String>> events = recorded.of(
                ApplicationEvents.TOPIC,
                page.stream().map(drawn -> drawn.applicationId().toString()).toList());
        return new LaneEventsView(
                page.stream()
                        .map(drawn -> view(
                                drawn, events.getOrDefault(drawn.applicationId().toString(), List.of())))
                        .toList(),
                last,
                oneMore.size() > limit ? page.get(limit - 1).ticket() : null);
    }

    private LaneEventsView.Drawn view(DrawnTickets.Drawn drawn, List<String> events) {
        return new LaneEventsView.Drawn(
                drawn.ticket(),
                drawn.applicationId(),
                drawn.live(),
                events.stream().map(this::tree).toList());
    }

    private JsonNode tree(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recorded event is no JSON", e);
        }
    }
}
