package tw.ecard.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest {

    /** Letter codes as the Ministry of the Interior lists them, which is not in the order of the alphabet. */
    private static final List<String> CODES = List.of(
            "A10 B11 C12 D13 E14 F15 G16 H17 I34 J18 K19 L20 M21 N22 O35 P23 Q24 R25 S26 T27 U28 V29 W32 X30 Y31 Z33"
                    .split(" "));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, 9_999_999})
    void everybody_has_a_valid_number_of_their_own(long seed) {
        List<String> ids = Stream.concat(People.ofSchool(seed, 200).stream(), People.ofAgency(seed, 50).stream())
                .map(Person::nationalId)
                .toList();

        assertThat(ids).as("seed " + seed).doesNotHaveDuplicates().allMatch(PeopleTest::isValid);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, 9_999_999})
    void the_same_seed_makes_the_same_people(long seed) {
        assertThat(People.ofSchool(seed, 20)).isEqualTo(People.ofSchool(seed, 20));
        assertThat(People.ofSchool(seed, 20)).isNotEqualTo(People.ofSchool(seed + 1, 20));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, 9_999_999})
    void a_mistyped_number_is_invalid(long seed) {
        assertThat(People.ofAgency(seed, 50))
                .extracting(person -> NationalIds.mistyped(person.nationalId()))
                .as("seed " + seed)
                .noneMatch(PeopleTest::isValid);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, 9_999_999})
    void the_sex_of_the_number_is_that_of_the_person(long seed) {
        assertThat(People.ofSchool(seed, 50))
                .allMatch(person ->
                        (person.nationalId().charAt(1) == '2') == person.sex().equals("女"));
    }

    private static boolean isValid(String id) {
        if (!id.matches("[A-Z][12][0-5]\\d{7}")) {
            return false;
        }
        String code = CODES.stream()
                .filter(entry -> entry.charAt(0) == id.charAt(0))
                .findFirst()
                .orElseThrow();
        String digits = code.substring(1) + id.substring(1);
        int[] weights = {1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1};
        return IntStream.range(0, 11)
                                .map(i -> (digits.charAt(i) - '0') * weights[i])
                                .sum()
                        % 10
                == 0;
    }
}
