package tw.ecard.registration.holder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import tw.ecard.registration.reader.FirstRows;
import tw.ecard.registration.reader.Masking;
import tw.ecard.registration.reader.NationalId;
import tw.ecard.registration.reader.Parsed;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.reader.PlainText;
import tw.ecard.registration.roster.check.RosterProblem;
import tw.ecard.registration.roster.check.RosterProblem.Code;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.template.HeaderRow;
import tw.ecard.registration.roster.template.RosterDefinition;
import tw.ecard.registration.roster.template.RosterField;
import tw.ecard.registration.spreadsheet.Cell;
import tw.ecard.registration.spreadsheet.Row;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Spreadsheets;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet;
import tw.ecard.registration.spreadsheet.Workbook;

/**
 * Reads a register: on the first sheet that has one, the column of national IDs, whatever stands beside it. A wrong row
 * does not keep the others out, since the register is what another system says and nobody fills it in by hand.
 */
final class HolderFile {

    private static final int ROWS_BETWEEN_PROGRESS = 10_000;

    private final RosterDefinition definition = RosterDefinition.current();
    private final FirstRows holders = new FirstRows();
    private final List<WrongRow> listed = new ArrayList<>();
    private final int listedRows;
    private final IntConsumer progress;
    private int read;
    private int wrong;

    private HolderFile(int listedRows, IntConsumer progress) {
        this.listedRows = listedRows;
        this.progress = progress;
    }

    /**
     * What a register holds.
     *
     * @param read rows with content
     * @param listed the first wrong rows
     * @param problem why nothing of it can be used; null where it can
     */
    record Content(int read, PeopleInRows people, int wrong, List<WrongRow> listed, RosterProblem problem) {}

    /**
     * Reads the file to its end.
     *
     * @param progress hears now and then how many rows were read; what it throws ends the reading
     */
    static Content read(SpreadsheetSource source, SpreadsheetLimits limits, int listedRows, IntConsumer progress) {
        return new HolderFile(listedRows, progress).read(source, limits);
    }

    private Content read(SpreadsheetSource source, SpreadsheetLimits limits) {
        RosterProblem problem;
        try (Workbook workbook = Spreadsheets.open(source, limits)) {
            problem = read(workbook);
        } catch (UnreadableSpreadsheet unreadable) {
            problem = new RosterProblem(Code.valueOf(unreadable.reason().name()), unreadable.parameters());
        }
        return new Content(read, holders.people(), wrong, listed, problem);
    }

    private RosterProblem read(Workbook workbook) {
        String column = definition.column(RosterField.NATIONAL_ID).header();
        while (workbook.nextSheet()) {
            Row row = workbook.nextRow();
            while (row != null && row.number() <= RosterDefinition.HEADER_WITHIN_ROWS) {
                HeaderRow header = HeaderRow.of(row, definition);
                if (header.repeated().contains(RosterField.NATIONAL_ID)) {
                    return new RosterProblem(Code.REPEATED_COLUMN, List.of(column));
                }
                if (header.columns().containsKey(RosterField.NATIONAL_ID)) {
                    readRows(workbook, header.columns().get(RosterField.NATIONAL_ID));
                    return read == 0 ? new RosterProblem(Code.NO_DATA_ROWS, List.of()) : null;
                }
                row = workbook.nextRow();
            }
        }
        return new RosterProblem(Code.MISSING_COLUMN, List.of(column));
    }

    private void readRows(Workbook workbook, int column) {
        for (Row row = workbook.nextRow(); row != null; row = workbook.nextRow()) {
            if (!isEmpty(row)) {
                take(row.number(), row.cell(column));
                if (++read % ROWS_BETWEEN_PROGRESS == 0) {
                    progress.accept(read);
                }
            }
        }
    }

    private static boolean isEmpty(Row row) {
        for (int i = 0; i < row.width(); i++) {
            if (!PlainText.trimmed(row.cell(i).text()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void take(int row, Cell cell) {
        boolean unusable = cell.kind() == Cell.Kind.ERROR || cell.cut();
        String text = unusable ? "" : PlainText.trimmed(cell.text());
        if (text.isEmpty()) {
            refuse(row, RowErrorCode.REQUIRED, null);
            return;
        }
        Parsed<NationalId> parsed = NationalId.parse(text);
        if (parsed.isRefused()) {
            refuse(row, RowErrorCode.of(parsed.flaw()), Masking.value(text));
        } else {
            holders.note(parsed.value(), row);
        }
    }

    private void refuse(int row, RowErrorCode code, String value) {
        if (++wrong <= listedRows) {
            listed.add(new WrongRow(row, code, value));
        }
    }
}
