package tw.ecard.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.inbox.Inbox;
import tw.ecard.kit.sql.Sql;

/** What queue-service tells this service, as if it came from the topic; members that a test does not care for are put in. */
@ApplicationScoped
public class QueueServiceSays {

    private static final String TOPIC = "ecard.decisions.v1";

    private final Inbox inbox;
    private final EventCodec codec;
    private final Sql sql;
    private final Clock clock;

    QueueServiceSays(Inbox inbox, EventCodec codec, Sql sql, Clock clock) {
        this.inbox = inbox;
        this.codec = codec;
        this.sql = sql;
        this.clock = clock;
    }

    /** The next event about the application: {@code case.claimed}. */
    public void about(UUID application, String name, Map<String, ?> data) {
        Map<String, Object> members = new LinkedHashMap<>(data);
        members.put("applicationId", application);
        say(application.toString(), name, members);
    }

    /** The next event about the lane. */
    public void pace(String lane, Map<String, ?> data) {
        Map<String, Object> members = new LinkedHashMap<>(data);
        members.put("lane", lane);
        say(lane, "lane.pace", members);
    }

    private void say(String subject, String name, Map<String, ?> data) {
        long last = sql.number("SELECT coalesce(max(applied), 0) FROM inbox_progress WHERE subject = ?", subject);
        NewEvent event = new NewEvent(TOPIC, subject, "tw.ecard." + name + ".v1", data);
        String body = codec.encode(event, UUID.randomUUID(), last + 1, clock.instant());
        inbox.receive(codec.decode(TOPIC, body.getBytes(StandardCharsets.UTF_8)), body);
    }
}
