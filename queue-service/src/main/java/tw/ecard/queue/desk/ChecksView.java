package tw.ecard.queue.desk;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.ticket.Ticket;

/** Who checked what, when. */
@Schema(name = "Checks", description = "本輪的查核結果；尚未查核的項目為 null")
record ChecksView(
        UUID ticketId,
        int round,
        @Schema(nullable = true) Check seal,
        @Schema(nullable = true) Check signature) {

    @Schema(name = "Check")
    record Check(@Schema(description = "是否符合") boolean inOrder, String checkedBy, OffsetDateTime checkedAt) {}

    static ChecksView of(Ticket ticket, List<PaperChecks.Finding> findings) {
        return new ChecksView(
                ticket.id(), ticket.round(), check(findings, CheckedItem.SEAL), check(findings, CheckedItem.SIGNATURE));
    }

    private static Check check(List<PaperChecks.Finding> findings, CheckedItem item) {
        return findings.stream()
                .filter(finding -> finding.item() == item)
                .findFirst()
                .map(finding -> new Check(finding.inOrder(), finding.checkedBy(), Taipei.at(finding.checkedAt())))
                .orElse(null);
    }
}
