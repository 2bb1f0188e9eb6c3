package tw.ecard.queue.gap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How numbers that do not come are looked for. */
@ConfigMapping(prefix = "ecard.gaps")
interface GapConfig {

    /** How often registration-service is asked whether it drew numbers that have not come. */
    @WithDefault("10s")
    Duration lookInterval();

    /** How long a number may be on its way before its events are fetched. */
    @WithDefault("10s")
    Duration patience();

    /** After this time without the next number a lane is reported as standing still. */
    @WithDefault("30s")
    Duration alarmAfter();

    /** Numbers whose events are fetched in one call, at most 200. */
    @WithDefault("50")
    int pageSize();
}
