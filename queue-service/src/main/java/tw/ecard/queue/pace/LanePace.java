package tw.ecard.queue.pace;

import java.time.LocalDate;
import java.util.List;
import tw.ecard.queue.lane.Lane;

/**
 * What a lane got done on the last working days that were over, and the working days to come. The same reckoning is done
 * by registration-service from {@code tw.ecard.lane.pace.v1}; both keep to {@code contracts/vectors}.
 *
 * @param measuredOn the day in Taipei; it is not over, so it does not count
 * @param workingDays how many were looked at: {@value #WINDOW}, or fewer since the lane's first case
 * @param cases decided or returned on them
 * @param readers in those cases; 0 in review
 * @param schedule the working days after {@code measuredOn}, up to {@value #HORIZON}; fewer where the calendar ends
 */
public record LanePace(
        Lane lane, LocalDate measuredOn, int workingDays, int cases, long readers, List<LocalDate> schedule) {

    /** Working days looked back upon. */
    static final int WINDOW = 20;
    /** Working days looked ahead. */
    static final int HORIZON = 60;
    /** With fewer working days, a single good or bad one would decide. */
    static final int FEWEST_DAYS = 5;
    /** With fewer cases, chance would decide: ten that come at random already lie a third off. */
    static final int FEWEST_CASES = 10;

    public LanePace {
        schedule = List.copyOf(schedule);
    }

    /** Whether it says anything about days to come. */
    public boolean isEnough() {
        return workingDays >= FEWEST_DAYS && cases >= FEWEST_CASES;
    }

    /**
     * When a case may be expected to be done.
     *
     * @param through it and everything before it
     * @param today not before {@code measuredOn}; it does not count
     */
    public Forecast forecast(Standing through, LocalDate today) {
        if (!isEnough()) {
            return Forecast.TOO_LITTLE_HISTORY;
        }
        long days = daysFor(through.cases(), cases);
        if (lane == Lane.ISSUANCE) {
            // Many small cases take the time of cases, a big one the time of its readers: the later of both.
            days = Math.max(days, daysFor(through.readers(), readers));
        }
        return schedule.stream()
                .filter(day -> day.isAfter(today))
                .skip(days - 1)
                .findFirst()
                .map(Forecast::on)
                .orElse(Forecast.BEYOND_SCHEDULE);
    }

    private long daysFor(long toDo, long done) {
        return Math.max(1, (toDo * workingDays + done - 1) / done);
    }
}
