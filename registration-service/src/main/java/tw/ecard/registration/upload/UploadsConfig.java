package tw.ecard.registration.upload;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where uploads lie while their request runs. */
@ConfigMapping(prefix = "ecard.uploads")
interface UploadsConfig {

    /** A directory for this process alone, best on a memory or encrypted file system; emptied at start. */
    Path directory();
}
