package tw.ecard.registration.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.reader.FirstRows;
import tw.ecard.registration.reader.NationalId;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.vault.PersonHash;
import tw.ecard.registration.vault.PersonHasher;

class PeopleByHashTest {

    private static final byte[] KEY = "a key of thirty-two bytes, truly".getBytes(StandardCharsets.US_ASCII);
    private static final int ID = 1;
    private static final int PEOPLE = 20_000;

    @Test
    void they_come_as_the_index_has_them() {
        List<PersonHash> hashes = hashes(byHash(ids(PEOPLE, 7)));

        assertThat(hashes)
                .hasSize(PEOPLE)
                .isSortedAccordingTo((left, right) -> Long.compareUnsigned(left.high() >>> 29, right.high() >>> 29));
    }

    @Test
    void everybody_is_there_with_the_row() {
        List<NationalId> ids = ids(PEOPLE, 11);
        PersonHasher hasher = new PersonHasher(KEY);
        Map<PersonHash, Integer> rows = new HashMap<>();
        for (int row = 1; row <= ids.size(); row++) {
            rows.put(hasher.hash(ids.get(row - 1).value()), row);
        }

        PeopleByHash people = byHash(ids);

        for (int i = 0; i < people.size(); i++) {
            assertThat(rows.remove(people.hash(i))).isEqualTo(people.row(i));
        }
        assertThat(rows).isEmpty();
    }

    /** Two transactions that take them so never wait for each other in a circle. */
    @Test
    void two_files_have_those_who_are_in_both_in_the_same_order() {
        List<NationalId> ids = ids(PEOPLE, 13);
        List<NationalId> one = new ArrayList<>(ids.subList(0, 15_000));
        List<NationalId> other = new ArrayList<>(ids.subList(5_000, PEOPLE));
        Collections.shuffle(one, new Random(1));
        Collections.shuffle(other, new Random(2));

        List<PersonHash> ofOne = hashes(byHash(one));
        List<PersonHash> ofOther = hashes(byHash(other));
        ofOne.retainAll(new HashSet<>(ofOther));
        ofOther.retainAll(new HashSet<>(ofOne));

        assertThat(ofOne).hasSize(10_000).isEqualTo(ofOther);
    }

    @Test
    void a_file_without_people_has_none() {
        assertThat(byHash(List.of()).size()).isZero();
    }

    private static PeopleByHash byHash(List<NationalId> ids) {
        FirstRows rows = new FirstRows();
        for (int row = 1; row <= ids.size(); row++) {
            rows.note(ids.get(row - 1), row);
        }
        return new PeopleByHash(rows.people(), new PersonHasher(KEY));
    }

    private static List<NationalId> ids(int count, int seed) {
        return PeopleFixture.people(count, seed).stream()
                .map(values -> new NationalId((String) values.get(ID)))
                .toList();
    }

    private static List<PersonHash> hashes(PeopleByHash people) {
        List<PersonHash> hashes = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            hashes.add(people.hash(i));
        }
        return hashes;
    }
}
