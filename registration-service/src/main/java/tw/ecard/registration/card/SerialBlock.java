package tw.ecard.registration.card;

/**
 * Serials issued for one roster, one a reader in roster order.
 *
 * @param rocYear ROC year of issuance, Taipei time
 * @param first from 1
 * @param last up to 99,999,999
 */
public record SerialBlock(int rocYear, long first, long last) {

    public SerialBlock {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("no block of serials: " + first + " to " + last);
        }
    }

    /** How many cards it holds. */
    public long size() {
        return last - first + 1;
    }

    /** The number of the reader who stands at this place of the roster, from 1. */
    public CardNumber at(long ordinal) {
        if (ordinal < 1 || ordinal > size()) {
            throw new IllegalArgumentException("the block holds " + size() + " cards, there is none at " + ordinal);
        }
        return CardNumber.of(rocYear, first + ordinal - 1);
    }
}
