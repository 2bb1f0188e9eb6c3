package tw.ecard.registration.reader;

/**
 * All people of a file with the row where each stands first, in the order of their national IDs, the same for every
 * file. Eight bytes a person.
 */
public final class PeopleInRows {

    static final int HIGHEST_ROW = (1 << 28) - 1;

    private static final int ROW_BITS = 28;

    private final long[] entries;
    private final int size;

    /** @param entries sorted; only the first ones count */
    PeopleInRows(long[] entries, int size) {
        this.entries = entries;
        this.size = size;
    }

    static long entry(NationalId id, int row) {
        return id.packed() << ROW_BITS | row;
    }

    static long personOf(long entry) {
        return entry >>> ROW_BITS;
    }

    static int rowOf(long entry) {
        return (int) entry & HIGHEST_ROW;
    }

    public int size() {
        return size;
    }

    /** @param index from 0 */
    public NationalId id(int index) {
        return NationalId.unpack(personOf(entries[index]));
    }

    /** @param index from 0 */
    public int row(int index) {
        return rowOf(entries[index]);
    }
}
