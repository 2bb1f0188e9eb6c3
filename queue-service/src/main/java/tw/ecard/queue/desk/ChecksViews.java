package tw.ecard.queue.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import tw.ecard.queue.desk.ChecksView.Check;
import tw.ecard.queue.desk.ChecksView.PaperView;
import tw.ecard.queue.ticket.Ticket;
import tw.ecard.queue.ticket.TicketPapers;

/** Shows what is to be checked on a case, and what was. */
@ApplicationScoped
class ChecksViews {

    private final PaperChecks checks;
    private final TicketPapers papers;
    private final CaseLinks links;

    ChecksViews(PaperChecks checks, TicketPapers papers, CaseLinks links) {
        this.checks = checks;
        this.papers = papers;
        this.links = links;
    }

    ChecksView view(Ticket ticket) {
        List<PaperChecks.Finding> findings = checks.findings(ticket);
        return new ChecksView(
                ticket.id(),
                ticket.round(),
                check(findings, CheckedItem.SEAL),
                check(findings, CheckedItem.SIGNATURE),
                papers.of(ticket.id()).stream()
                        .map(paper -> new PaperView(
                                paper.kind(),
                                paper.sha256(),
                                links.paper(ticket.application().id(), paper.kind())))
                        .toList());
    }

    private static Check check(List<PaperChecks.Finding> findings, CheckedItem item) {
        return findings.stream()
                .filter(finding -> finding.item() == item)
                .findFirst()
                .map(Check::of)
                .orElse(null);
    }
}
