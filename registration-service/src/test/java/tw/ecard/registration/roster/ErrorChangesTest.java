package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;

class ErrorChangesTest {

    @Test
    void what_was_corrected_is_gone_and_what_was_not_remains() {
        RowError corrected = id(5, "A12*****88");
        RowError left = id(9, "B12*****77");

        ErrorChanges changes = ErrorChanges.between(List.of(corrected, left), List.of(left));

        assertThat(changes).isEqualTo(new ErrorChanges(List.of(corrected), List.of(), 1));
    }

    @Test
    void an_error_in_a_cell_that_was_good_is_new() {
        ErrorChanges changes = ErrorChanges.between(List.of(), List.of(id(5, "A12*****88")));

        assertThat(changes).isEqualTo(new ErrorChanges(List.of(), List.of(id(5, "A12*****88")), 0));
    }

    @Test
    void another_error_in_the_same_cell_is_a_new_one() {
        RowError checksum = id(5, "A12*****88");
        RowError missing = new RowError(5, "身分證字號", RowErrorCode.REQUIRED, List.of(), null);

        assertThat(ErrorChanges.between(List.of(checksum), List.of(missing)))
                .isEqualTo(new ErrorChanges(List.of(checksum), List.of(missing), 0));
    }

    @Test
    void a_wrong_value_in_place_of_a_wrong_value_is_no_change() {
        assertThat(ErrorChanges.between(List.of(id(5, "A12*****88")), List.of(id(5, "A12*****87"))))
                .isEqualTo(new ErrorChanges(List.of(), List.of(), 1));
    }

    @Test
    void rows_that_move_up_take_their_errors_with_them() {
        List<RowError> earlier = List.of(id(5, "A12*****88"), id(6, "B12*****77"), id(7, "C12*****66"));
        List<RowError> later = List.of(id(4, "A12*****88"), id(5, "B12*****77"), id(6, "C12*****66"));

        assertThat(ErrorChanges.between(earlier, later)).isEqualTo(new ErrorChanges(List.of(), List.of(), 3));
    }

    @Test
    void of_equal_errors_each_is_matched_once() {
        List<RowError> earlier = List.of(id(5, "A12*****88"), id(6, "A12*****88"), id(7, "A12*****88"));

        ErrorChanges changes = ErrorChanges.between(earlier, List.of(id(12, "A12*****88")));

        assertThat(changes.remaining()).isEqualTo(1);
        assertThat(changes.gone()).extracting(RowError::row).containsExactly(6, 7);
        assertThat(changes.added()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void every_error_is_gone_new_or_remaining_and_moving_rows_changes_nothing(long seed) {
        Random random = new Random(seed);
        List<RowError> earlier = some(random);
        List<RowError> later = some(random);

        ErrorChanges changes = ErrorChanges.between(earlier, later);

        assertThat(changes.gone().size() + changes.remaining())
                .as("seed %d", seed)
                .isEqualTo(earlier.size());
        assertThat(changes.added().size() + changes.remaining())
                .as("seed %d", seed)
                .isEqualTo(later.size());
        assertThat(earlier).as("seed %d", seed).containsAll(changes.gone());
        assertThat(later).as("seed %d", seed).containsAll(changes.added());
        List<RowError> moved = each(earlier, error -> id(error.row() + 3, error.value()));
        assertThat(ErrorChanges.between(earlier, moved))
                .as("seed %d", seed)
                .isEqualTo(new ErrorChanges(List.of(), List.of(), earlier.size()));
    }

    private static List<RowError> some(Random random) {
        List<RowError> errors = new ArrayList<>();
        for (int row = 2; row < 60; row++) {
            if (random.nextBoolean()) {
                errors.add(id(row, "A12*****" + random.nextInt(20)));
            }
        }
        return errors;
    }

    private static List<RowError> each(List<RowError> errors, UnaryOperator<RowError> change) {
        return errors.stream().map(change).toList();
    }

    private static RowError id(int row, String value) {
        return new RowError(row, "身分證字號", RowErrorCode.NATIONAL_ID_CHECKSUM, List.of(), value);
    }
}
