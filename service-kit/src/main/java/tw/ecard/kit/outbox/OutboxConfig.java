package tw.ecard.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How recorded events are sent. */
@ConfigMapping(prefix = "ecard.outbox")
interface OutboxConfig {

    /** Whether this replica sends events at all. */
    @WithDefault("true")
    boolean relayEnabled();

    /** How often to look for events that no commit of this replica announced; zero switches the poll off. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Events sent under one hold of the relay's lock. */
    @WithDefault("500")
    int batchSize();

    /** How long the broker may take to acknowledge; after that the batch is tried again. */
    @WithDefault("10s")
    Duration deliveryTimeout();

    /** How often to look whether a topic was made anew, because Kafka lost its data. */
    @WithDefault("10s")
    Duration topicCheckInterval();

    /** Events that a lost topic had are sent again when they were sent no longer ago: as long as Kafka keeps them. */
    @WithDefault("7d")
    Duration resendWindow();
}
