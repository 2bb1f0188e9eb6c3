package tw.ecard.queue.clock;

import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;

/**
 * What the library promises for a case, in working days after its arrival.
 *
 * <ul>
 *   <li>ISSUANCE: the letter's "7 to 10 working days" (row 6): aimed at the 7th, due on the 10th, due soon from the 7th.
 *   <li>REVIEW: the limit for official documents, 6 working days, 3 for 速件, 1 for 最速件. That is one number, so aim and
 *       limit are the same day; due soon from the working day before it.
 * </ul>
 *
 * @param targetDays the working day that is aimed at
 * @param dueDays the working day that must not be missed
 * @param dueSoonDays the working day from which the case counts as due soon; 0 means from its arrival on
 */
public record ServicePromise(int targetDays, int dueDays, int dueSoonDays) {
    public ServicePromise {
        if (targetDays < 1 || dueDays < targetDays || dueSoonDays < 0 || dueSoonDays > dueDays) {
            throw new IllegalArgumentException("no promise: " + targetDays + ", " + dueDays + ", " + dueSoonDays);
        }
    }

    public static ServicePromise of(Lane lane, Speed speed) {
        return switch (lane) {
            case ISSUANCE -> new ServicePromise(7, 10, 7);
            case REVIEW ->
                review(
                        switch (speed) {
                            case NORMAL -> 6;
                            case URGENT -> 3;
                            case MOST_URGENT -> 1;
                        });
        };
    }

    private static ServicePromise review(int days) {
        return new ServicePromise(days, days, days - 1);
    }
}
