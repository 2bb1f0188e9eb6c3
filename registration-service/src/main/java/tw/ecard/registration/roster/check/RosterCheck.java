package tw.ecard.registration.roster.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.check.RosterProblem.Code;
import tw.ecard.registration.roster.template.HeaderRow;
import tw.ecard.registration.roster.template.RosterColumn;
import tw.ecard.registration.roster.template.RosterDefinition;
import tw.ecard.registration.roster.template.RosterField;
import tw.ecard.registration.spreadsheet.ReadAhead;
import tw.ecard.registration.spreadsheet.Row;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;
import tw.ecard.registration.spreadsheet.Spreadsheets;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet;
import tw.ecard.registration.spreadsheet.Workbook;

/**
 * Checks one roster from its first byte to its last. Whatever the file holds, the end is an outcome; exceptions are
 * only those of the source and of the listener. Below the header a thread of its own reads ahead; the listener is called by
 * the caller's thread alone.
 */
public final class RosterCheck {

    private static final int ROWS_BETWEEN_PROGRESS = 1_000;

    private final RosterDefinition definition;
    private final SpreadsheetLimits limits;
    private final LocalDate today;
    private final RosterListener listener;

    private SpreadsheetFormat format;
    private int columnsAllowed;
    private int rowsRead;
    private int rowsAccepted;
    private long errorCount;
    private long warningCount;

    private RosterCheck(
            RosterDefinition definition, SpreadsheetLimits limits, LocalDate today, RosterListener listener) {
        this.definition = definition;
        this.limits = limits;
        this.today = today;
        this.listener = listener;
    }

    /**
     * Checks a file against the current definition.
     *
     * @param today the day on which ages are reckoned, in Taipei
     */
    public static RosterOutcome run(
            SpreadsheetSource source, SpreadsheetLimits limits, LocalDate today, RosterListener listener) {
        return new RosterCheck(RosterDefinition.current(), limits, today, listener).run(source);
    }

    private RosterOutcome run(SpreadsheetSource source) {
        try (Workbook workbook = Spreadsheets.open(source, limits.withOneColumnMore())) {
            format = workbook.format();
            return outcome(check(workbook));
        } catch (UnreadableSpreadsheet unreadable) {
            return outcome(problemOf(unreadable));
        }
    }

    /** The roster is on the first sheet that has a header row, whether or not people see that sheet. */
    private RosterProblem check(Workbook workbook) {
        while (workbook.nextSheet()) {
            List<Row> top = new ArrayList<>();
            Row row = workbook.nextRow();
            while (row != null && row.number() <= RosterDefinition.HEADER_WITHIN_ROWS) {
                top.add(row.copy());
                row = workbook.nextRow();
            }
            Optional<HeaderRow> header = HeaderRow.find(top, definition);
            if (header.isPresent()) {
                return check(workbook, header.get(), top, row);
            }
        }
        return new RosterProblem(Code.NO_HEADER_ROW, List.of());
    }

    private RosterProblem check(Workbook workbook, HeaderRow header, List<Row> top, Row next) {
        Optional<RosterProblem> problem = problemOf(header);
        if (problem.isPresent()) {
            return problem.get();
        }
        columnsAllowed = limits.maxColumns() + (hasNotes(header) ? 1 : 0);
        top.forEach(this::requireWidth);
        listener.table(workbook.sheetName(), header, downTo(header, top));
        warnOfUnknown(header);
        RowCheck rows = new RowCheck(definition, header, today, limits.maxCellCharacters());
        for (Row row : top) {
            if (row.number() > header.number()) {
                check(rows, row, workbook.fractionRead());
            }
        }
        if (next != null) {
            check(rows, next, workbook.fractionRead());
            try (ReadAhead ahead = ReadAhead.of(workbook)) {
                for (Row row = ahead.next(); row != null; row = ahead.next()) {
                    check(rows, row, ahead.fractionRead());
                }
            }
        }
        listener.progress(rowsRead, 1);
        listener.people(rows.people());
        return rowsRead == 0 ? new RosterProblem(Code.NO_DATA_ROWS, List.of()) : null;
    }

    /** Whoever has too many columns is told how many of their own they may have. */
    private RosterProblem problemOf(UnreadableSpreadsheet unreadable) {
        RosterProblem problem = RosterProblem.of(unreadable);
        return problem.code() == Code.TOO_MANY_COLUMNS
                ? new RosterProblem(problem.code(), List.of(Integer.toString(limits.maxColumns())))
                : problem;
    }

    /** The column of our own notes does not count: a copy with them must fit wherever the file itself did. */
    private static boolean hasNotes(HeaderRow header) {
        return header.columns().containsKey(RosterField.ERROR_NOTE);
    }

    private void requireWidth(Row row) {
        if (row.width() > columnsAllowed) {
            throw UnreadableSpreadsheet.tooManyColumns(row.width(), columnsAllowed);
        }
    }

    private static List<Row> downTo(HeaderRow header, List<Row> top) {
        return top.stream().filter(row -> row.number() <= header.number()).toList();
    }

    private Optional<RosterProblem> problemOf(HeaderRow header) {
        List<String> missing =
                header.missing(definition).stream().map(RosterColumn::header).toList();
        if (!missing.isEmpty()) {
            return Optional.of(new RosterProblem(Code.MISSING_COLUMN, List.of(String.join("、", missing))));
        }
        List<String> repeated = header.repeated().stream()
                .filter(field -> field != RosterField.ERROR_NOTE)
                .map(field -> definition.column(field).header())
                .toList();
        if (!repeated.isEmpty()) {
            return Optional.of(new RosterProblem(Code.REPEATED_COLUMN, List.of(String.join("、", repeated))));
        }
        return Optional.empty();
    }

    private void warnOfUnknown(HeaderRow header) {
        List<RowError> warnings = header.unknown().stream()
                .map(name -> new RowError(
                        header.number(), HeaderNames.shown(name), RowErrorCode.UNKNOWN_COLUMN, List.of(), null))
                .toList();
        if (!warnings.isEmpty()) {
            warningCount += warnings.size();
            listener.header(warnings);
        }
    }

    private void check(RowCheck rows, Row row, double fractionRead) {
        requireWidth(row);
        if (rows.isEmpty(row)) {
            listener.row(row, List.of());
            return;
        }
        rowsRead++;
        ReaderRow reader = rows.check(row);
        errorCount += rows.errors();
        warningCount += rows.findings().size() - rows.errors();
        if (reader == null) {
            listener.wrong(row.number(), rows.findings());
        } else {
            rowsAccepted++;
            listener.accepted(reader, rows.findings());
        }
        listener.row(row, rows.findings());
        if (rowsRead % ROWS_BETWEEN_PROGRESS == 0) {
            listener.progress(rowsRead, fractionRead);
        }
    }

    private RosterOutcome outcome(RosterProblem problem) {
        return new RosterOutcome(
                format, rowsRead, rowsAccepted, rowsRead - rowsAccepted, errorCount, warningCount, problem);
    }
}
