package tw.ecard.queue.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How cases are let into their lanes. */
@ConfigMapping(prefix = "ecard.intake")
interface IntakeConfig {

    /** Most cases admitted in one transaction; when a missing number comes, thousands may have waited for it. */
    @WithDefault("500")
    int batchSize();

    /** How often to look for cases that a full batch left behind. */
    @WithDefault("5s")
    Duration sweepInterval();
}
