package tw.ecard.localstack.demo;

import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Reader-data files as institutions fill them in, in memory only: people's data is not left lying on a disk. */
public final class RosterFiles {

    private static final List<String> HEADERS =
            List.of("姓名", "身分證字號", "出生日期", "性別", "身分別", "單位", "學號", "電話", "手機", "email", "郵遞區號", "地址");

    private RosterFiles() {}

    public static byte[] xlsx(List<Person> people) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, "roster", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("讀者資料");
            int row = 0;
            for (List<String> cells : rows(people)) {
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                }
                row++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    public static byte[] ods(List<Person> people) {
        List<List<String>> rows = rows(people);
        Sheet sheet = new Sheet("讀者資料", rows.size(), HEADERS.size());
        sheet.getRange(0, 0, rows.size(), HEADERS.size())
                .setValues(rows.stream().map(List::toArray).toArray(Object[][]::new));
        SpreadSheet document = new SpreadSheet();
        document.appendSheet(sheet);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            document.save(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static List<List<String>> rows(List<Person> people) {
        return Stream.concat(Stream.of(HEADERS), people.stream().map(RosterFiles::row))
                .toList();
    }

    private static List<String> row(Person person) {
        return List.of(
                person.name(),
                person.nationalId(),
                person.rocBirthDate(),
                person.sex(),
                person.category(),
                person.unit(),
                person.number(),
                person.phone(),
                person.mobile(),
                person.email(),
                person.postcode(),
                person.address());
    }
}
