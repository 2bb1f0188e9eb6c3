package tw.ecard.queue.watch;

import java.time.LocalDate;
import tw.ecard.queue.pace.Forecast;

/**
 * Whether the contact of a case that waits is to be told, now, that it will miss its last day.
 *
 * <p>Looked at in the evenings, when the day's work is done, from the day on which the case is due soon: earlier, a
 * forecast is wrong too often, and what was not worked off during the day may still be. On the last day itself the
 * evening is the end of waiting: whoever waits then was not served in time. A case that could not be told in time is
 * told late rather than never.
 */
final class DelayPolicy {

    private DelayPolicy() {}

    /**
     * A case that waits.
     *
     * @param dueSoonOn the day from which it is due soon; null while its clock is paused or its year is missing
     * @param dueOn its last day; null likewise
     * @param isNext whether it is the next to be claimed
     */
    record Waiting(LocalDate dueSoonOn, LocalDate dueOn, Forecast forecast, boolean isNext) {}

    /**
     * The day as it is.
     *
     * @param workIsOver whether its working hours are past
     * @param nextWorkingDay null when its year is not known
     */
    record Moment(LocalDate today, boolean workIsOver, LocalDate nextWorkingDay) {}

    static boolean isToBeTold(Waiting waiting, Moment now) {
        LocalDate dueOn = waiting.dueOn();
        if (dueOn == null) {
            return false;
        }
        if (now.today().isAfter(dueOn)) {
            return true;
        }
        if (!now.workIsOver() || now.today().isBefore(waiting.dueSoonOn())) {
            return false;
        }
        return now.today().equals(dueOn) || waiting.forecast().isAfter(dueOn) || cannotBeServedTomorrow(waiting, now);
    }

    /** With nothing to forecast from, only the nearness of both the last day and its turn can be seen. */
    private static boolean cannotBeServedTomorrow(Waiting waiting, Moment now) {
        return waiting.forecast().isOpen()
                && !waiting.isNext()
                && waiting.dueOn().equals(now.nextWorkingDay());
    }
}
