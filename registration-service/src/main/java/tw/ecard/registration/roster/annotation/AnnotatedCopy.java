package tw.ecard.registration.roster.annotation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.check.RosterCheck;
import tw.ecard.registration.roster.check.RosterListener;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.template.HeaderRow;
import tw.ecard.registration.roster.template.RosterDefinition;
import tw.ecard.registration.spreadsheet.Row;
import tw.ecard.registration.spreadsheet.SheetWriter;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;

/**
 * Writes a roster's table as it was, every cell as text and in its own row and order, with what is wrong said in a
 * column of notes and wrong cells coloured. The file is read and checked once more while the copy is written, so that
 * all rows have their notes and no number of rows has to be held.
 */
public final class AnnotatedCopy {

    private final SpreadsheetFormat format;
    private final Locale language;
    private final FurtherFindings further;

    /**
     * Says how to annotate.
     *
     * @param format that of the file; xls becomes xlsx
     * @param further what the file does not show by itself
     */
    public AnnotatedCopy(SpreadsheetFormat format, Locale language, FurtherFindings further) {
        this.format = formatOf(format);
        this.language = language;
        this.further = further;
    }

    /** The format of the copy of a file of this format. */
    public static SpreadsheetFormat formatOf(SpreadsheetFormat original) {
        return original == SpreadsheetFormat.XLS ? SpreadsheetFormat.XLSX : original;
    }

    /**
     * Writes the copy; the stream is left open.
     *
     * @param today the day on which the file was first checked, so that the same is found
     * @throws IOException if the stream fails, or the file cannot be read any more; what was written is then no
     *     valid file
     */
    public void write(SpreadsheetSource source, SpreadsheetLimits limits, LocalDate today, OutputStream out)
            throws IOException {
        Annotator annotator = new Annotator(out);
        try {
            RosterOutcome outcome = RosterCheck.run(source, limits, today, annotator);
            if (outcome.problem() != null) {
                throw new IOException(
                        "the file cannot be read any more: " + outcome.problem().code());
            }
            annotator.finish();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    /** Writes what it hears. */
    private final class Annotator implements RosterListener {

        private final RosterDefinition definition = RosterDefinition.current();
        private final OutputStream out;
        private AnnotatedColumns columns;
        private AnnotatedRows rows;
        private SheetWriter writer;

        Annotator(OutputStream out) {
            this.out = out;
        }

        @Override
        public void table(String sheetName, HeaderRow header, List<Row> top) {
            Row headerRow = top.get(top.size() - 1);
            columns = new AnnotatedColumns(definition, header, headerRow);
            rows = new AnnotatedRows(definition, columns, format, language);
            String name = sheetName.isBlank() ? definition.sheetName() : sheetName;
            attempt(() -> {
                writer = SheetWriter.start(format, out, name, columns.widths(), header.number());
                for (Row title : top.subList(0, top.size() - 1)) {
                    writer.row(title.number(), columns.spread(title));
                }
                writer.row(header.number(), rows.header(headerRow));
            });
        }

        @Override
        public void row(Row row, List<RowError> findings) {
            List<RowError> others = further.of(row.number());
            attempt(() -> writer.row(row.number(), rows.annotated(row, joined(findings, others))));
        }

        @Override
        public void accepted(ReaderRow reader, List<RowError> warnings) {
            // The row itself comes next.
        }

        @Override
        public void wrong(int row, List<RowError> errors) {
            // The row itself comes next.
        }

        void finish() throws IOException {
            writer.finish();
        }

        private static List<RowError> joined(List<RowError> some, List<RowError> others) {
            if (others.isEmpty()) {
                return some;
            }
            List<RowError> all = new ArrayList<>(some);
            all.addAll(others);
            return all;
        }
    }

    /** A write that may fail. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static void attempt(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
