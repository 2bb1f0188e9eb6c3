package tw.ecard.queue.desk;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How staff work. */
@ConfigMapping(prefix = "ecard.desk")
interface DeskConfig {

    /** How long a claimed case belongs to its claimant; each renewal begins it anew. */
    @WithDefault("30m")
    Duration lease();

    /** Where staff and institutions reach registration-service: tickets link there. */
    @WithDefault("http://localhost:8081")
    URI registrationUrl();
}
