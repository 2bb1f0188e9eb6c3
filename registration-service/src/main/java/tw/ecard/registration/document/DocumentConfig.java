package tw.ecard.registration.document;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What attachments may be. */
@ConfigMapping(prefix = "ecard.attachments")
interface DocumentConfig {

    /** Largest attachment. */
    @WithDefault("20M")
    MemorySize maxSize();
}
