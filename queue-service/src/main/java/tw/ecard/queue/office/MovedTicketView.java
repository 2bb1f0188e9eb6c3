package tw.ecard.queue.office;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.ticket.MovedCase;

/** A case whose dates moved with the calendar. */
@Schema(name = "MovedTicket", description = "期限因日曆而變動的案件；日期因年度尚未載入而未知時為 null")
record MovedTicketView(
        UUID ticketId,
        Lane lane,
        long number,
        @Schema(examples = "1150000001") String receiptNumber,
        @Schema(description = "原目標日", nullable = true) LocalDate formerTargetOn,
        @Schema(description = "原期限", nullable = true) LocalDate formerDueOn,
        @Schema(description = "新目標日", nullable = true) LocalDate targetOn,
        @Schema(description = "新期限", nullable = true) LocalDate dueOn) {

    static List<MovedTicketView> of(Moves moves) {
        return moves.first().stream().map(MovedTicketView::of).toList();
    }

    private static MovedTicketView of(MovedCase moved) {
        return new MovedTicketView(
                moved.ticketId(),
                moved.lane(),
                moved.number(),
                moved.receiptNumber(),
                moved.former().targetOn(),
                moved.former().dueOn(),
                moved.now().targetOn(),
                moved.now().dueOn());
    }
}
