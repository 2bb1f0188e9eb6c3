package tw.ecard.registration.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstRowsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 20261122})
    void everybody_is_found_in_the_first_row_and_comes_out_in_the_order_of_the_numbers(long seed) {
        Random random = new Random(seed);
        Map<String, Integer> expected = new TreeMap<>();
        FirstRows rows = new FirstRows();
        List<String> some = PeopleFixture.people(20_000, seed).stream()
                .map(person -> (String) person.get(1))
                .toList();
        for (int row = 1; row <= 30_000; row++) {
            String id = some.get(random.nextInt(some.size()));
            Integer first = expected.putIfAbsent(id, row);
            assertThat(rows.note(new NationalId(id), row))
                    .as("seed %d, row %d", seed, row)
                    .isEqualTo(first == null ? 0 : first);
        }

        PeopleInRows people = rows.people();

        Map<String, Integer> found = new TreeMap<>();
        String last = "";
        for (int i = 0; i < people.size(); i++) {
            String id = people.id(i).value();
            assertThat(id).as("seed %d", seed).isGreaterThan(last);
            found.put(id, people.row(i));
            last = id;
        }
        assertThat(found).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void the_first_and_the_last_number_and_the_highest_row_come_out_as_they_went_in() {
        FirstRows rows = new FirstRows();
        rows.note(new NationalId("Z299999992"), PeopleInRows.HIGHEST_ROW);
        rows.note(new NationalId("A100000001"), 1);

        PeopleInRows people = rows.people();

        assertThat(people.size()).isEqualTo(2);
        assertThat(people.id(0).value()).isEqualTo("A100000001");
        assertThat(people.row(0)).isEqualTo(1);
        assertThat(people.id(1).value()).isEqualTo("Z299999992");
        assertThat(people.row(1)).isEqualTo(PeopleInRows.HIGHEST_ROW);
    }

    @Test
    void nobody_is_nobody() {
        assertThat(new FirstRows().people().size()).isZero();
    }

    @Test
    void a_row_that_does_not_fit_and_a_person_after_the_end_are_refused() {
        FirstRows rows = new FirstRows();
        NationalId id = new NationalId("A123456789");

        assertThatThrownBy(() -> rows.note(id, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> rows.note(id, PeopleInRows.HIGHEST_ROW + 1))
                .isInstanceOf(IllegalArgumentException.class);
        rows.people();
        assertThatThrownBy(() -> rows.note(id, 1)).isInstanceOf(IllegalStateException.class);
    }
}
