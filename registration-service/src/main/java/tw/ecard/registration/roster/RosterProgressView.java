package tw.ecard.registration.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a progress bar needs. */
@Schema(name = "RosterProgress", description = "檢查進度")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RosterProgressView(
        RosterStatus status,

        @Schema(description = "已讀列數", examples = "51200") int rowsRead,

        @Schema(description = "總列數（估計值）；尚無法估計時為 null", examples = "100000")
        Integer rowsTotal) {

    static RosterProgressView of(Roster roster) {
        return new RosterProgressView(roster.status(), roster.rowsRead(), roster.rowsTotal());
    }
}
