package tw.ecard.queue.desk;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.ticket.PaperKind;

/** The papers of a case, and who checked what on them, when. */
@Schema(name = "Checks", description = "現有文件的查核結果；尚未查核的項目為 null。文件經更換者須重新查核")
record ChecksView(
        UUID ticketId,
        int round,
        @Schema(nullable = true) Check seal,
        @Schema(nullable = true) Check signature,
        @Schema(description = "案件現有的文件；較早的案件未載明時為空") List<PaperView> papers) {

    @Schema(name = "Check")
    record Check(
            @Schema(description = "是否符合") boolean inOrder,
            String checkedBy,
            OffsetDateTime checkedAt,

            @Schema(description = "所查核文件的 SHA-256；未載明時為 null", nullable = true)
            String paperSha256) {

        static Check of(PaperChecks.Finding finding) {
            return new Check(
                    finding.inOrder(), finding.checkedBy(), Taipei.at(finding.checkedAt()), finding.paperSha256());
        }
    }

    @Schema(name = "CheckedPaper")
    record PaperView(PaperKind kind, String sha256, URI file) {}
}
