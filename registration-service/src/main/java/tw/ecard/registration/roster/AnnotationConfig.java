package tw.ecard.registration.roster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How annotated copies are made. */
@ConfigMapping(prefix = "ecard.annotated-files")
interface AnnotationConfig {

    /** Copies that this replica makes at the same time; the texts of each may fill a quarter of the heap. */
    @WithDefault("1")
    int concurrency();

    /** How long a call waits for its turn before it is told to come again. */
    @WithDefault("10s")
    Duration patience();

    /** Longest time that a copy may take until its receiver has all of it: a slow one must not keep its turn for good. */
    @WithDefault("5m")
    Duration deadline();
}
