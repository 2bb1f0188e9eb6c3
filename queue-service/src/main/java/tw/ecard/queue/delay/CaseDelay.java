package tw.ecard.queue.delay;

import java.time.LocalDate;

/**
 * What a contact is told of a case that will be late.
 *
 * @param dueOn the last day of the promise
 * @param expectedOn when it may be expected instead; null when too little is known to say
 */
public record CaseDelay(LocalDate dueOn, LocalDate expectedOn) {}
