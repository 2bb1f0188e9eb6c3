package tw.ecard.benchmarks.people;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tw.ecard.registration.spreadsheet.OdsWriter;
import tw.ecard.registration.spreadsheet.XlsxTable;

/** Roster files of synthetic people, written once and kept in a folder, because writing takes longer than reading. */
public final class RosterFiles {

    private static final String SHEET = "讀者資料";
    private static final long SEED = 20261122;
    private static final int ROWS_BETWEEN_FLUSHES = 1_000;

    private final Path directory;

    public RosterFiles(Path directory) {
        this.directory = directory;
    }

    /** An xlsx as office programs write it: every text stands once, apart from the rows. */
    public Path xlsx(int people) throws IOException {
        return kept(
                "shared-texts-" + people + ".xlsx",
                out -> writeShared(out, crowd(people).rows()));
    }

    /** An xlsx as programs write it that keep nothing in memory: the texts stand in the rows. */
    public Path xlsxWithInlineTexts(int people) throws IOException {
        return kept(
                "inline-texts-" + people + ".xlsx",
                out -> XlsxTable.write(
                        out, SHEET, SyntheticPeople.headers(), crowd(people).rows()));
    }

    public Path ods(int people) throws IOException {
        return kept(
                "texts-" + people + ".ods", out -> writeOds(out, crowd(people).rows()));
    }

    /** Like {@link #xlsx}, with one error in every row. */
    public Path wrongXlsx(int people) throws IOException {
        return kept(
                "wrong-" + people + ".xlsx",
                out -> writeShared(out, crowd(people).wrongRows()));
    }

    private static SyntheticPeople crowd(int people) {
        return new SyntheticPeople(SEED, people);
    }

    private static void writeShared(OutputStream out, Iterator<String[]> rows) throws IOException {
        try (Workbook workbook = new Workbook(out, "ecard", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            List<String> headers = SyntheticPeople.headers();
            put(sheet, 0, headers.toArray(String[]::new));
            for (int row = 1; rows.hasNext(); row++) {
                put(sheet, row, rows.next());
                if (row % ROWS_BETWEEN_FLUSHES == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void put(Worksheet sheet, int row, String[] cells) {
        for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
                sheet.value(row, column, cells[column]);
            }
        }
    }

    private static void writeOds(OutputStream out, Iterator<String[]> rows) throws IOException {
        try (OdsWriter ods = new OdsWriter(out)) {
            List<String> headers = SyntheticPeople.headers();
            ods.sheet(SHEET, headers.size());
            ods.row(headers.toArray(String[]::new));
            while (rows.hasNext()) {
                ods.row(rows.next());
            }
        }
    }

    private Path kept(String name, Writing writing) throws IOException {
        Path file = directory.resolve(name);
        if (Files.notExists(file)) {
            Files.createDirectories(directory);
            Path aside = directory.resolve(name + ".part");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
                writing.to(out);
            }
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
