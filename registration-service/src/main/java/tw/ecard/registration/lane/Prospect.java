package tw.ecard.registration.lane;

/**
 * A place, and what it lets its application expect.
 *
 * @param ahead cases that wait or are in work before it; 0 when it is over
 */
public record Prospect(QueuePlace place, long ahead, ExpectedDate expected) {}
