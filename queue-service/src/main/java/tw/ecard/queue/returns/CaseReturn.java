package tw.ecard.queue.returns;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.reason.Requirement;
import tw.ecard.queue.reason.ReturnReason;
import tw.ecard.queue.refusal.QueueRefusal;

/**
 * One return of a case to its applicant.
 *
 * @param round the round that it ended
 * @param requires what the applicant has to send again
 */
public record CaseReturn(
        int round,
        SortedSet<Requirement> requires,
        List<Reason> reasons,
        List<RowRemark> rows,
        String returnedBy,
        Instant returnedAt) {

    /** @param message what staff wrote beside the code; may be null */
    public record Reason(ReturnReason code, String message) {}

    /** @param row the sheet's own row number */
    public record RowRemark(int row, String message) {}

    /**
     * What a return asks for: what staff say, and what their reasons mean. Remarks on rows mean a new roster.
     *
     * @throws QueueRefusal when nothing is said, or a roster is asked for where there is none
     */
    public static SortedSet<Requirement> demand(
            Lane lane, SortedSet<Requirement> said, List<Reason> reasons, List<RowRemark> rows) {
        if (reasons.isEmpty() && rows.isEmpty()) {
            throw new QueueRefusal.ReturnWithoutReason();
        }
        SortedSet<Requirement> requires = new TreeSet<>(said);
        reasons.forEach(reason -> requires.add(reason.code().requirement()));
        if (!rows.isEmpty()) {
            requires.add(Requirement.ROSTER);
        }
        if (lane == Lane.REVIEW && requires.contains(Requirement.ROSTER)) {
            throw new QueueRefusal.NoRosterYet();
        }
        return requires;
    }
}
