package tw.ecard.registration.roster.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.Workbooks;

/** The same thousand people in files that other programs have really written. */
class SameReadersTest {

    private static final CheckedRoster EXPECTED = CheckedRoster.of(Workbooks.xlsx(SameReadersFixtures.table()));

    @Test
    void the_people_are_a_thousand() {
        assertThat(EXPECTED.readers()).hasSize(1_000).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "libreoffice.ods, ODS",
        "libreoffice.xlsx, XLSX",
        "libreoffice.xls, XLS",
        "poi.xlsx, XLSX",
        "fastexcel.xlsx, XLSX",
        "big5.csv, CSV"
    })
    void they_are_read_alike_from_every_file(String file, SpreadsheetFormat format) throws IOException {
        CheckedRoster checked = CheckedRoster.of(fixture(file));

        assertThat(checked.outcome().format()).isEqualTo(format);
        assertThat(checked.outcome().isAccepted()).isTrue();
        assertThat(checked.readers()).isEqualTo(EXPECTED.readers());
        assertThat(checked.errors())
                .allSatisfy(error -> assertThat(error.severity()).isEqualTo(Severity.WARNING));
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = SameReadersTest.class.getResourceAsStream("/rosters/" + name)) {
            return in.readAllBytes();
        }
    }
}
