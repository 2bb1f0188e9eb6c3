package tw.ecard.registration.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The recorded events behind the tickets of a lane. */
@Schema(name = "LaneEvents", description = "某號碼之後各號碼的事件，依號碼排列")
record LaneEventsView(
        List<Drawn> items,

        @Schema(description = "此隊伍最後發出的號碼；尚未發號時為 0") long lastDrawn,

        @Schema(description = "下一頁的 afterTicket；最後一頁為 null", nullable = true)
        Long nextAfterTicket) {

    @Schema(name = "DrawnTicket")
    record Drawn(
            long ticket,
            UUID applicationId,
            @Schema(description = "案件是否仍在進行") boolean live,

            @Schema(description = "此申請案的所有事件（CloudEvents 1.0），依 sequence 排列，與當初送出者相同", implementation = Object[].class)
            List<JsonNode> events) {}
}
