package tw.ecard.systemtests.roster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tw.ecard.localstack.demo.Person;
import tw.ecard.registration.spreadsheet.OdsWriter;

/** Files of very many people, written row by row to the disk. */
public final class Crowd {

    private static final String SHEET = "讀者資料";
    private static final String[] HEADERS = {"姓名", "身分證字號", "出生日期", "性別", "身分別", "單位", "學號", "電話", "手機", "email"};
    private static final int FLUSH_EVERY = 1_000;

    private Crowd() {}

    /** An xlsx with shared texts, as office programs write it. */
    public static void writeXlsx(List<Person> people, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "ecard", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            for (int column = 0; column < HEADERS.length; column++) {
                sheet.value(0, column, HEADERS[column]);
            }
            for (int row = 1; row <= people.size(); row++) {
                String[] cells = cells(people.get(row - 1));
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
                if (row % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            }
        }
    }

    public static void writeOds(List<Person> people, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                OdsWriter ods = new OdsWriter(out)) {
            ods.sheet(SHEET, HEADERS.length);
            ods.row(HEADERS);
            for (Person person : people) {
                ods.row(cells(person));
            }
        }
    }

    private static String[] cells(Person person) {
        return new String[] {
            person.name(),
            person.nationalId(),
            person.rocBirthDate(),
            person.sex(),
            person.category(),
            person.unit(),
            person.number(),
            person.phone(),
            person.mobile(),
            person.email()
        };
    }
}
