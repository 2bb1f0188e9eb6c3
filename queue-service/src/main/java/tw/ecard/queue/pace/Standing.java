package tw.ecard.queue.pace;

/**
 * Where a case stands.
 *
 * @param cases of its lane that wait or are in work, up to and including it; at least 1
 * @param readers in those cases; 0 in review
 */
public record Standing(long cases, long readers) {}
