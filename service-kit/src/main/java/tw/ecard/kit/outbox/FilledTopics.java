package tw.ecard.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.topic.EventTopics;

/**
 * Remembers by the broker's own id which topics were filled. A topic that was made anew, since Kafka's data are lost or
 * somebody deleted it, has another id: what its predecessor was sent is sent again, before anything later. Receivers
 * know the events by their ids and pass over what they had.
 */
@ApplicationScoped
class FilledTopics {

    private static final Logger LOG = Logger.getLogger(FilledTopics.class);

    private static final String FORMER = """
            SELECT identity FROM outbox_topic WHERE topic = ? FOR UPDATE""";
    private static final String NOTE = """
            INSERT INTO outbox_topic (topic, identity, noted_at) VALUES (?, ?, ?)
            ON CONFLICT (topic) DO UPDATE SET identity = excluded.identity, noted_at = excluded.noted_at""";
    private static final String SEND_AGAIN = "UPDATE outbox SET sent_at = NULL WHERE topic = ? AND sent_at >= ?";

    private final Sql sql;
    private final EventTopics topics;
    private final OutboxConfig config;
    private final Clock clock;
    private final RelayLock lock;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    FilledTopics(Sql sql, EventTopics topics, OutboxConfig config, Clock clock, RelayLock lock) {
        this.sql = sql;
        this.topics = topics;
        this.config = config;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * Looks at each topic that was ever filled.
     *
     * @return whether events are to be sent again
     * @throws org.apache.kafka.common.KafkaException when the broker cannot be asked
     */
    boolean lookAtAll() {
        return look(Set.copyOf(sql.list(row -> row.getString(1), "SELECT topic FROM outbox_topic")));
    }

    /** Whether nobody looked at the topic since the last trouble; then it is looked at before anything is sent there. */
    boolean isUnseen(String topic) {
        return !seen.contains(topic);
    }

    /** The broker failed: it may come back empty. */
    void forget() {
        seen.clear();
    }

    /**
     * Looks at these topics, and makes those that are missing.
     *
     * @return whether events are to be sent again
     * @throws org.apache.kafka.common.KafkaException when the broker cannot be asked
     */
    boolean look(Set<String> names) {
        if (names.isEmpty()) {
            return false;
        }
        Map<String, String> identities = topics.identities(names, config.deliveryTimeout());
        boolean anew = lock.holding(() -> note(identities));
        seen.addAll(names);
        return anew;
    }

    private boolean note(Map<String, String> identities) {
        List<String> anew = identities.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(present -> isAnother(present.getKey(), present.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        anew.forEach(this::sendAgain);
        return !anew.isEmpty();
    }

    private boolean isAnother(String topic, String identity) {
        Optional<String> former = sql.first(row -> row.getString(1), FORMER, topic);
        if (former.filter(identity::equals).isEmpty()) {
            sql.update(NOTE, topic, identity, clock.instant());
        }
        return former.filter(noted -> !noted.equals(identity)).isPresent();
    }

    private void sendAgain(String topic) {
        int events = sql.update(SEND_AGAIN, topic, clock.instant().minus(config.resendWindow()));
        LOG.warnf("topic %s was made anew: %d events that its predecessor had are sent again", topic, events);
    }
}
