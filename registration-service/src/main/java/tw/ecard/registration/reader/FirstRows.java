package tw.ecard.registration.reader;

import java.util.Arrays;

/**
 * In which row each national ID stood first. One plain array with open addressing, a number and its row packed into one
 * long: 16 bytes a person on average, where a map of objects would take eight times that for a million people.
 */
public final class FirstRows {

    private static final int FEWEST_SLOTS = 1 << 10;

    private long[] slots = new long[FEWEST_SLOTS];
    private int size;

    /**
     * Notes the row of a person; gives the row that was noted first, or 0 if it is this one.
     *
     * @param row from 1, at most {@link PeopleInRows#HIGHEST_ROW}
     */
    public int note(NationalId id, int row) {
        if (slots.length == 0) {
            throw new IllegalStateException("the people were given out");
        }
        if (row < 1 || row > PeopleInRows.HIGHEST_ROW) {
            throw new IllegalArgumentException("no row is numbered " + row);
        }
        if (size > slots.length / 3 * 2) {
            grow();
        }
        long entry = PeopleInRows.entry(id, row);
        int slot = slot(slots, entry);
        if (slots[slot] != 0) {
            return PeopleInRows.rowOf(slots[slot]);
        }
        slots[slot] = entry;
        size++;
        return 0;
    }

    /** Everybody noted. The memory becomes theirs: nothing can be noted afterwards. */
    public PeopleInRows people() {
        long[] people = slots;
        slots = new long[0];
        int end = 0;
        for (int i = 0; i < people.length; i++) {
            if (people[i] != 0) {
                people[end++] = people[i];
            }
        }
        Arrays.sort(people, 0, end);
        return new PeopleInRows(people, end);
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long entry : old) {
            if (entry != 0) {
                slots[slot(slots, entry)] = entry;
            }
        }
    }

    /** Where the person of the entry stands, or may be put. */
    private static int slot(long[] slots, long entry) {
        long person = PeopleInRows.personOf(entry);
        int slot = (int) (person * 0x9E3779B97F4A7C15L >>> 40) & slots.length - 1;
        while (slots[slot] != 0 && PeopleInRows.personOf(slots[slot]) != person) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
