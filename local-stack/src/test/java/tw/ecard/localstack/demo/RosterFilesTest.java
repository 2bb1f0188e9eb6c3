package tw.ecard.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class RosterFilesTest {

    private final List<Person> people = People.ofSchool(7, 3);

    @Test
    void the_ods_has_a_header_and_a_row_a_person() throws IOException {
        Object[][] cells = new SpreadSheet(new ByteArrayInputStream(RosterFiles.ods(people)))
                .getSheet(0)
                .getDataRange()
                .getValues();
        assertThat(cells).hasNumberOfRows(4);
        assertThat(cells[0]).startsWith("姓名", "身分證字號", "出生日期");
        assertThat(cells[3])
                .startsWith(
                        people.get(2).name(),
                        people.get(2).nationalId(),
                        people.get(2).rocBirthDate());
    }

    @Test
    void the_xlsx_has_a_row_a_person() throws IOException {
        String sheet = entry(RosterFiles.xlsx(people), "xl/worksheets/sheet1.xml");
        assertThat(sheet.split("<row ")).hasSize(1 + 1 + people.size());
    }

    private static String entry(byte[] zip, String name) throws IOException {
        try (ZipFile file = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(zip))
                .get()) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
