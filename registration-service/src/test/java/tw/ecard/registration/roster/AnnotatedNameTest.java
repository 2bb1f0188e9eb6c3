package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

class AnnotatedNameTest {

    @ParameterizedTest
    @CsvSource({
        "名冊.xlsx, XLSX, 名冊-錯誤說明.xlsx",
        "名冊.xls, XLS, 名冊-錯誤說明.xlsx",
        "名冊.XLSX, ODS, 名冊-錯誤說明.ods",
        "名冊, CSV, 名冊-錯誤說明.csv",
        "115.9.1名冊.csv, CSV, 115.9.1名冊-錯誤說明.csv",
        "115.9.1, ODS, 115.9.1-錯誤說明.ods",
        "115.9月之全部名冊, CSV, 115.9月之全部名冊-錯誤說明.csv",
        "名冊-錯誤說明.ods, ODS, 名冊-錯誤說明.ods",
        ".xlsx, XLSX, .xlsx-錯誤說明.xlsx"
    })
    void a_copy_is_called_as_its_original_and_that_it_is_annotated(
            String original, SpreadsheetFormat format, String name) {
        assertThat(AnnotatedName.of(original, format)).isEqualTo(name);
    }
}
