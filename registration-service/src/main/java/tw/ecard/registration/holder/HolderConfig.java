package tw.ecard.registration.holder;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;

/** How the register of existing holders is imported. */
@ConfigMapping(prefix = "ecard.existing-holders")
interface HolderConfig {

    /** How often to look for registers that wait for their import. */
    @WithDefault("2s")
    Duration pollInterval();

    /** After this time without progress an import counts as dead, and another replica begins it anew. */
    @WithDefault("60s")
    Duration lease();

    /** How many wrong rows of an import are listed; counts are always exact. */
    @WithDefault("1000")
    int listedRows();

    /** Largest register as uploaded. */
    @WithDefault("128M")
    MemorySize maxFileSize();

    /** What a file may be like, at most. */
    default SpreadsheetLimits limits() {
        SpreadsheetLimits defaults = SpreadsheetLimits.DEFAULT;
        return new SpreadsheetLimits(
                maxFileSize().asLongValue(),
                defaults.maxUnpackedBytes(),
                defaults.maxRows(),
                defaults.maxColumns(),
                defaults.maxCellCharacters(),
                defaults.maxParts(),
                defaults.maxCompressionRatio(),
                defaults.maxSharedTextBytes(),
                defaults.deadline());
    }
}
