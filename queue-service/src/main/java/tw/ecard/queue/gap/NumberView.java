package tw.ecard.queue.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.gap.VoidedNumbers.Voiding;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.LaneStanding;
import tw.ecard.queue.ticket.Outcome;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.TicketState;

/** A number after its repair. */
@Schema(name = "Number", description = "一個號碼與其隊伍的現況")
@JsonInclude(JsonInclude.Include.ALWAYS)
record NumberView(
        Lane lane,
        long number,
        UUID ticketId,
        @Schema(description = "ARRIVED 表示已收到，但仍在等候之前的號碼") TicketState state,

        @Schema(description = "如何結束；未結束時為 null", nullable = true)
        Outcome outcome,

        @Schema(description = "作廢紀錄；未作廢時為 null", nullable = true)
        VoidedView voided,

        @Schema(description = "此號碼（含）以前均已進入隊伍") long admittedUpTo,

        @Schema(description = "隊伍正在等待的號碼；沒有缺號時為 null", nullable = true)
        Long waitsForNumber) {

    /** Who voided it, and why. */
    @Schema(name = "VoidedNumber")
    record VoidedView(
            @Schema(description = "CASE_OVER：申請案已結束；NO_APPLICATION：查無申請案")
            VoidReason code,

            String reason,
            String by,
            OffsetDateTime at) {

        static VoidedView of(Voiding voiding) {
            return new VoidedView(voiding.code(), voiding.reason(), voiding.by(), Taipei.at(voiding.at()));
        }
    }

    static NumberView of(Ticket ticket, Voiding voiding, LaneStanding standing) {
        return new NumberView(
                ticket.lane(),
                ticket.number(),
                ticket.id(),
                ticket.state(),
                ticket.outcome(),
                voiding == null ? null : VoidedView.of(voiding),
                standing.admittedUpTo(),
                standing.waitsForNumber());
    }
}
