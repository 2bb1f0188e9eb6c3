package tw.ecard.registration.roster;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;

/** How rosters are received and checked. */
@ConfigMapping(prefix = "ecard.rosters")
interface RosterConfig {

    /** Rosters that this replica checks at the same time; zero leaves them to others. */
    @WithDefault("1")
    int concurrency();

    /** How often to look for rosters that no upload of this replica announced. */
    @WithDefault("2s")
    Duration pollInterval();

    /** After this time without progress a check counts as dead, and another worker begins it anew. */
    @WithDefault("60s")
    Duration lease();

    /** After so many checks that failed for no fault of the file's own a roster is returned; the pauses between double. */
    @WithDefault("5")
    int attempts();

    /** How many wrong rows are listed with their errors; counts are always exact. */
    @WithDefault("1000")
    int listedRows();

    /** Largest file as uploaded. */
    @WithDefault("128M")
    MemorySize maxFileSize();

    /** Largest content once unpacked. */
    @WithDefault("2048M")
    MemorySize maxUnpackedSize();

    /** Most rows of a sheet. */
    @WithDefault("1048575")
    int maxRows();

    /** Most columns with content. */
    @WithDefault("100")
    int maxColumns();

    /** Longest cell, in characters. */
    @WithDefault("1000")
    int maxCellCharacters();

    /** Longest time that the check of one file may take. */
    @WithDefault("10m")
    Duration deadline();

    /** Rosters that an institution may upload in an hour, since each tells about people; zero for any number. */
    @WithDefault("60")
    int uploadsAnHour();

    /** The limits as the reader takes them. */
    default SpreadsheetLimits limits() {
        SpreadsheetLimits defaults = SpreadsheetLimits.DEFAULT;
        return new SpreadsheetLimits(
                maxFileSize().asLongValue(),
                maxUnpackedSize().asLongValue(),
                maxRows(),
                maxColumns(),
                maxCellCharacters(),
                defaults.maxParts(),
                defaults.maxCompressionRatio(),
                defaults.maxSharedTextBytes(),
                deadline());
    }
}
