package tw.ecard.queue.issuance;

/**
 * Consecutive serials of one year, reserved for one case: its n-th reader gets the n-th of them.
 *
 * @param rocYear year of the Republic of China in which they were reserved
 * @param first the first serial, at least 1
 * @param last the last serial, inclusive
 */
public record SerialBlock(int rocYear, int first, int last) {
    public SerialBlock {
        if (last < first) {
            throw new IllegalArgumentException("empty block: %d to %d".formatted(first, last));
        }
        // Both ends must be numbers that can be printed.
        new CardNumber(rocYear, first);
        new CardNumber(rocYear, last);
    }

    /** The block of {@code count} serials that ends where the year's counter now stands. */
    static SerialBlock endingAt(int rocYear, int last, int count) {
        return new SerialBlock(rocYear, last - count + 1, last);
    }

    public int count() {
        return last - first + 1;
    }

    public CardNumber firstCardNumber() {
        return new CardNumber(rocYear, first);
    }

    public CardNumber lastCardNumber() {
        return new CardNumber(rocYear, last);
    }
}
