package tw.ecard.queue.calendar;

/** What can be wrong with a calendar file, or with a line of it. */
public enum CalendarFault {
    /** Text in neither UTF-8 nor Big5. */
    ENCODING,
    /** A quote that is not closed, or something behind one. */
    QUOTES,
    /** The first line does not name the four columns. */
    HEADER,
    /** Not four fields. */
    FIELDS,
    /** No real day of an AD year between 2000 and 2099 in eight digits. */
    DATE,
    /** The day stands in an earlier line already. */
    TWICE,
    /** Another weekday than the day's. */
    WEEKDAY,
    /** Neither 0 nor 2. */
    WORKED,
    /** Too long, or with control characters. */
    NOTE,
    /** Days of the year are missing, or there is none at all. */
    INCOMPLETE,
    /** A year with as few or as many working days as no year has: the wrong column, or the wrong meaning. */
    IMPLAUSIBLE
}
