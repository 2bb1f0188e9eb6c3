package tw.ecard.registration.casefile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.application.Occurrence;
import tw.ecard.registration.application.Timeline;

/** One event of an application's life; the name of who did it is for staff only. */
@Schema(name = "TimelineEntry", description = "歷程")
record TimelineView(
        OffsetDateTime at,
        Occurrence what,

        @Schema(description = "角色", examples = "institution")
        String who,

        @JsonInclude(JsonInclude.Include.NON_NULL) String name,
        String details) {

    static TimelineView of(Timeline.Entry entry, boolean withName) {
        return new TimelineView(
                Taipei.at(entry.at()),
                entry.what(),
                entry.actor().role(),
                withName ? entry.actor().name() : null,
                entry.details());
    }
}
