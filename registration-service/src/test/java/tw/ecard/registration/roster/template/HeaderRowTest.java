package tw.ecard.registration.roster.template;

import static org.assertj.core.api.Assertions.assertThat;
import static tw.ecard.registration.spreadsheet.Workbooks.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.spreadsheet.Row;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Spreadsheets;
import tw.ecard.registration.spreadsheet.Workbook;
import tw.ecard.registration.spreadsheet.Workbooks;

class HeaderRowTest {

    @Test
    void the_row_with_the_most_known_headers_wins_and_the_earliest_of_several() {
        assertThat(find(List.of(row("姓名", "性別", "學號"), row("姓名", "性別", "學號", "地址"), row("姓名", "性別", "學號", "電話")))
                        .orElseThrow()
                        .number())
                .isEqualTo(2);
    }

    @Test
    void three_known_headers_are_the_least() {
        assertThat(find(List.of(row("姓名", "性別", "x")))).isEmpty();
        assertThat(find(List.of(row("姓名", "性別", "x", "學號"))).orElseThrow().columns())
                .containsEntry(RosterField.STUDENT_NUMBER, 3);
    }

    @Test
    void headers_match_whatever_their_width_case_spaces_and_marks() {
        HeaderRow header = find(List.of(row("＊姓　名", " ｉｄ ", "BIRTHDAY", "E-Mail", "學號／員工編號", "身\n分別*")))
                .orElseThrow();

        assertThat(header.columns())
                .containsOnlyKeys(
                        RosterField.NAME,
                        RosterField.NATIONAL_ID,
                        RosterField.BIRTH_DATE,
                        RosterField.EMAIL,
                        RosterField.STUDENT_NUMBER,
                        RosterField.CATEGORY);
        assertThat(header.unknown()).isEmpty();
    }

    private static Optional<HeaderRow> find(List<List<Object>> rows) {
        byte[] file = Workbooks.xlsx(rows);
        try (Workbook workbook = Spreadsheets.open(SpreadsheetSource.of(file), SpreadsheetLimits.DEFAULT)) {
            workbook.nextSheet();
            List<Row> top = new ArrayList<>();
            for (Row row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
                top.add(row.copy());
            }
            return HeaderRow.find(top, RosterDefinition.current());
        }
    }
}
