package tw.ecard.registration.decision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tw.ecard.registration.application.Requirement;
import tw.ecard.registration.lane.Lane;

/**
 * A return by staff.
 *
 * @param reasons codes, each with the text that staff wrote once that is fetched
 * @param rows rows of the roster that staff remark on, likewise
 */
public record StaffReturn(
        Lane lane, Set<Requirement> requires, List<Reason> reasons, List<RowRemark> rows, Instant at) {

    /** Why; the message is null until fetched. */
    public record Reason(String code, String message) {}

    /** A remark on a row; the message is null until fetched. */
    public record RowRemark(int row, String message) {}
}
