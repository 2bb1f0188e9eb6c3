package tw.ecard.registration.person;

import java.util.Arrays;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.vault.PersonHash;
import tw.ecard.registration.vault.PersonHasher;

/**
 * All people of a file in the order of their hashes. The order is the same for every file, so that two transactions that
 * take the same people wait for each other in one direction only, never in a circle; and it is the order of the index,
 * whose pages are then touched one after the other however many people it holds. Eight bytes a person, beside those of
 * {@link PeopleInRows}: the place in the file's own order stands there with the first bits of the hash, and the hash is
 * made once more when it is asked for.
 */
final class PeopleByHash {

    private static final int PLACE_BITS = 28;
    private static final int PLACE = (1 << PLACE_BITS) - 1;
    /** One less than there is room for: a sign would turn the order round. */
    private static final int PREFIX_BITS = Long.SIZE - PLACE_BITS - 1;

    private final PeopleInRows people;
    private final PersonHasher hasher;
    private final long[] entries;

    /** @param hasher from here on for this alone */
    PeopleByHash(PeopleInRows people, PersonHasher hasher) {
        if (people.size() > PLACE) {
            throw new IllegalArgumentException("more people than a file has rows");
        }
        this.people = people;
        this.hasher = hasher;
        this.entries = new long[people.size()];
        for (int place = 0; place < entries.length; place++) {
            long prefix = hashAt(place).high() >>> Long.SIZE - PREFIX_BITS;
            entries[place] = prefix << PLACE_BITS | place;
        }
        // Two whose first bits are the same stay in the order of their national IDs, which is one for all files too.
        Arrays.sort(entries);
    }

    int size() {
        return entries.length;
    }

    /** @param index from 0 */
    PersonHash hash(int index) {
        return hashAt(place(index));
    }

    /** @param index from 0 */
    int row(int index) {
        return people.row(place(index));
    }

    private int place(int index) {
        return (int) entries[index] & PLACE;
    }

    private PersonHash hashAt(int place) {
        return hasher.hash(people.id(place).value());
    }
}
