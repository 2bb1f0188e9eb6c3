package tw.ecard.queue.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;
import tw.ecard.queue.lane.Lane;

/** The papers that lie with a case now. */
@ApplicationScoped
public class TicketPapers {

    private static final String REPLACE = """
            WITH present AS (SELECT id FROM ticket WHERE lane = ? AND number = ?),
            gone AS (
                DELETE FROM ticket_paper
                WHERE ticket_id = (SELECT id FROM present) AND kind <> ALL (CAST(? AS text[])))
            INSERT INTO ticket_paper (ticket_id, kind, sha256)
            SELECT present.id, paper.kind, paper.sha256
            FROM present, unnest(CAST(? AS text[]), CAST(? AS text[])) AS paper (kind, sha256)
            ON CONFLICT (ticket_id, kind) DO UPDATE SET sha256 = excluded.sha256""";
    private static final String OF_TICKET = "SELECT kind, sha256 FROM ticket_paper WHERE ticket_id = ? ORDER BY kind";

    private final Sql sql;

    TicketPapers(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps these in place of all that were there: what an event does not tell is not known any more.
     *
     * @param papers none when the event tells none
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void replace(Lane lane, long number, List<Paper> papers) {
        String[] kinds = kinds(papers);
        sql.update(REPLACE, lane, number, kinds, kinds, hashes(papers));
    }

    static String[] kinds(List<Paper> papers) {
        return papers.stream().map(paper -> paper.kind().name()).toArray(String[]::new);
    }

    static String[] hashes(List<Paper> papers) {
        return papers.stream().map(Paper::sha256).toArray(String[]::new);
    }

    /** All that are known, in the order of their names. */
    public List<Paper> of(UUID ticketId) {
        return sql.list(
                row -> new Paper(PaperKind.valueOf(row.getString("kind")), row.getString("sha256")),
                OF_TICKET,
                ticketId);
    }

    /** The one of this kind; empty when no event told it. */
    public Optional<Paper> of(UUID ticketId, PaperKind kind) {
        return of(ticketId).stream().filter(paper -> paper.kind() == kind).findFirst();
    }
}
