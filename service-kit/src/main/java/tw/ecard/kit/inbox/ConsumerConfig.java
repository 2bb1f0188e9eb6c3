package tw.ecard.kit.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are consumed. */
@ConfigMapping(prefix = "ecard.consumer")
interface ConsumerConfig {

    /** Whether this replica consumes events at all. */
    @WithDefault("true")
    boolean enabled();

    /** Tries before an event becomes a dead letter. */
    @WithDefault("3")
    int attempts();

    /** Pause between two tries. */
    @WithDefault("500ms")
    Duration pauseBetweenAttempts();

    /** After this silence the broker gives a replica's partitions to another. */
    @WithDefault("10s")
    Duration sessionTimeout();
}
