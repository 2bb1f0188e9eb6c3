package tw.ecard.queue.watch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

/** When cases that will be late are looked for. */
@ConfigMapping(prefix = "ecard.watch")
interface WatchConfig {

    /** How often to look. */
    @WithDefault("10m")
    Duration checkInterval();

    /** From when on, in Taipei, a day's work counts as done: whether a case will be late is judged after that. */
    @WithDefault("18:00")
    LocalTime workEndsAt();
}
