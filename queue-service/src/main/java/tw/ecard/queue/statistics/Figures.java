package tw.ecard.queue.statistics;

import java.math.BigDecimal;

/**
 * What is counted of some cases. Working days are those of the clock: the day of arrival and the time of corrections do
 * not count.
 *
 * @param decided approved, rejected and issued together
 * @param inTime decisions not later than the last day of their promise
 * @param inTimeShare of the decisions whose working days are known; null when there is none
 * @param medianWorkingDays the fewest that at least half of them did not exceed; null when there is none
 * @param p90WorkingDays the fewest that at least nine tenths of them did not exceed
 * @param cardsIssued cards that readers got; none for those who had withdrawn before
 * @param uncounted decisions whose working days need a year that the calendar lacks
 */
record Figures(
        long arrived,
        long decided,
        long approved,
        long rejected,
        long issued,
        long returned,
        long withdrawn,
        long inTime,
        BigDecimal inTimeShare,
        Integer medianWorkingDays,
        Integer p90WorkingDays,
        long cardsIssued,
        long uncounted) {}
