package tw.ecard.registration.lane;

/**
 * What stands before a ticket: the cases of its lane with a lower number that wait or are in work, and the people in them. Those that their
 * applicants are correcting do not count until they are back.
 */
public record Standing(long cases, long readers) {

    static final Standing FIRST = new Standing(0, 0);

    Standing and(Standing more) {
        return new Standing(cases + more.cases, readers + more.readers);
    }
}
