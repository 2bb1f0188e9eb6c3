package tw.ecard.registration.person;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The rows of a file whose person is known: a bit a row, however many there are.
 *
 * @param inProgress those who stand in another roster whose application still runs
 * @param holders those who hold a card
 */
public record KnownRows(BitSet inProgress, BitSet holders) {

    /** Nobody is known. */
    public static KnownRows none() {
        return new KnownRows(new BitSet(), new BitSet());
    }

    public boolean isEmpty() {
        return inProgress.isEmpty() && holders.isEmpty();
    }

    public int count() {
        return inProgress.cardinality() + holders.cardinality();
    }

    public boolean contains(int row) {
        return inProgress.get(row) || holders.get(row);
    }

    /** The rows' numbers, lowest first. */
    public IntStream rows() {
        BitSet all = (BitSet) inProgress.clone();
        all.or(holders);
        return all.stream();
    }
}
