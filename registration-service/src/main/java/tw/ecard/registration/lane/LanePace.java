package tw.ecard.registration.lane;

import java.time.LocalDate;
import java.util.List;

/**
 * What a lane got done lately, as {@code tw.ecard.lane.pace.v1} describes it, and what that lets a case expect. The same
 * reckoning is done by queue-service; both keep to {@code contracts/vectors}.
 *
 * @param workingDays that were looked at
 * @param cases done on them
 * @param readers in those cases; null in review
 * @param enough whether that is history enough to expect anything
 * @param schedule the working days after {@code measuredOn}
 */
public record LanePace(
        Lane lane,
        LocalDate measuredOn,
        int workingDays,
        int cases,
        Long readers,
        boolean enough,
        List<LocalDate> schedule) {

    /**
     * When a case may be expected to be done.
     *
     * @param through it and everything before it
     * @param today does not count: what is left of it is not known
     */
    ExpectedDate expect(Standing through, LocalDate today) {
        if (!enough) {
            return ExpectedDate.unknown(NoDateBecause.TOO_LITTLE_HISTORY);
        }
        long days = daysFor(through.cases(), cases);
        if (readers != null) {
            days = Math.max(days, daysFor(through.readers(), readers));
        }
        return schedule.stream()
                .filter(day -> day.isAfter(today))
                .skip(days - 1)
                .findFirst()
                .map(ExpectedDate::on)
                .orElseGet(() -> ExpectedDate.unknown(NoDateBecause.BEYOND_CALENDAR));
    }

    private long daysFor(long toDo, long done) {
        return Math.max(1, (toDo * workingDays + done - 1) / done);
    }
}
