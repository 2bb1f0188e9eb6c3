package tw.ecard.queue.office;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the office calendar is kept. */
@ConfigMapping(prefix = "ecard.calendar")
interface CalendarConfig {

    /** Largest calendar file; a year has about 10 kB. */
    @WithDefault("1M")
    MemorySize maxFileSize();

    /** How long before its first day health warns that a year is not loaded. */
    @WithDefault("60d")
    Duration warnBefore();
}
