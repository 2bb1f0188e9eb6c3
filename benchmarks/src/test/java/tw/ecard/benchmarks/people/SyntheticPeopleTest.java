package tw.ecard.benchmarks.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.check.RosterCheck;
import tw.ecard.registration.roster.check.RosterListener;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;

class SyntheticPeopleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int COUNT = 5_000;

    @TempDir
    Path directory;

    @Test
    void the_template_has_thirteen_columns_and_so_has_a_person() {
        assertThat(SyntheticPeople.headers()).hasSize(13);
        assertThat(new SyntheticPeople(1, 1).rows().next()).hasSize(13);
    }

    @Test
    void the_same_seed_makes_the_same_people_and_another_seed_others() {
        assertThat(new SyntheticPeople(1, 100).rows())
                .toIterable()
                .containsExactlyElementsOf(() -> new SyntheticPeople(1, 100).rows());
        assertThat(ids(1)).doesNotContainAnyElementsOf(ids(2));
    }

    @Test
    void nobody_stands_there_twice_however_many_they_are() {
        Set<String> ids = new HashSet<>();
        Iterator<String[]> rows = new SyntheticPeople(1, 200_000).rows();
        rows.forEachRemaining(row -> ids.add(row[1]));

        assertThat(ids).hasSize(200_000);
    }

    @Test
    void every_file_of_them_is_accepted_without_a_remark() throws IOException {
        RosterFiles files = new RosterFiles(directory);
        for (Path file : List.of(files.xlsx(COUNT), files.xlsxWithInlineTexts(COUNT), files.ods(COUNT))) {
            RosterOutcome outcome = check(file);

            assertThat(outcome.isAccepted()).as(file.toString()).isTrue();
            assertThat(outcome.rowsAccepted()).isEqualTo(COUNT);
            assertThat(outcome.warningCount()).isZero();
        }
    }

    @Test
    void in_the_wrong_file_every_row_has_one_error() throws IOException {
        RosterOutcome outcome = check(new RosterFiles(directory).wrongXlsx(COUNT));

        assertThat(outcome.rowsWrong()).isEqualTo(COUNT);
        assertThat(outcome.errorCount()).isEqualTo(COUNT);
    }

    @Test
    void a_file_is_written_once() throws IOException {
        Path first = new RosterFiles(directory).ods(10);
        Files.write(first, new byte[0]);

        assertThat(new RosterFiles(directory).ods(10)).isEqualTo(first).isEmptyFile();
    }

    private static Set<String> ids(long seed) {
        Set<String> ids = new HashSet<>();
        new SyntheticPeople(seed, 1_000).rows().forEachRemaining(row -> ids.add(row[1]));
        return ids;
    }

    private static RosterOutcome check(Path file) {
        return RosterCheck.run(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT, TODAY, new RosterListener() {
            @Override
            public void accepted(ReaderRow reader, List<RowError> warnings) {
                // counted in the outcome
            }

            @Override
            public void wrong(int row, List<RowError> errors) {
                // counted in the outcome
            }
        });
    }
}
