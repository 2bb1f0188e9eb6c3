package tw.ecard.registration.roster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How files are checked without being kept. */
@ConfigMapping(prefix = "ecard.roster-checks")
interface DryRunConfig {

    /** Files that this replica checks so at the same time; the texts of each may fill a quarter of the heap. */
    @WithDefault("1")
    int concurrency();

    /** How long a call waits for its turn before it is told to come again. */
    @WithDefault("5s")
    Duration patience();

    /** Longest time that such a check may take: a call waits for it. */
    @WithDefault("30s")
    Duration deadline();
}
