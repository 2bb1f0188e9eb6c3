package tw.ecard.registration.roster.annotation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tw.ecard.registration.roster.check.RosterMessages;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;
import tw.ecard.registration.roster.template.RosterDefinition;
import tw.ecard.registration.roster.template.RosterField;
import tw.ecard.registration.spreadsheet.Look;
import tw.ecard.registration.spreadsheet.Row;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.StyledText;

/** The rows of the copy: own cells, coloured where something is wrong with them, and the note. */
final class AnnotatedRows {

    private static final Comparator<RowError> ERRORS_FIRST = Comparator.comparing(RowError::severity);

    private final RosterDefinition definition;
    private final AnnotatedColumns columns;
    private final Locale language;
    private final String betweenLines;

    AnnotatedRows(RosterDefinition definition, AnnotatedColumns columns, SpreadsheetFormat format, Locale language) {
        this.definition = definition;
        this.columns = columns;
        this.language = language;
        // Text files of which a record is more than a line are hard to handle.
        this.betweenLines = format == SpreadsheetFormat.CSV ? " " : "\n";
    }

    /** The header row, with unknown headers coloured and explained, and that of the notes. */
    List<StyledText> header(Row row) {
        List<StyledText> cells = columns.spread(row);
        for (int column = 0; column < cells.size(); column++) {
            String header = cells.get(column).text();
            if (!header.isBlank()) {
                cells.set(column, header(header));
            }
        }
        cells.set(
                columns.notes(),
                new StyledText(definition.column(RosterField.ERROR_NOTE).header(), Look.HEADER));
        return cells;
    }

    private StyledText header(String header) {
        return definition.field(header).isPresent()
                ? new StyledText(header, Look.HEADER)
                : new StyledText(
                        header, Look.WARNING, RosterMessages.of(RowErrorCode.UNKNOWN_COLUMN, List.of(), language));
    }

    /** A row with its findings. */
    List<StyledText> annotated(Row row, List<RowError> findings) {
        List<StyledText> cells = columns.spread(row);
        if (findings.isEmpty()) {
            return cells;
        }
        for (RowError finding : findings) {
            mark(cells, finding);
        }
        String note = findings.stream()
                .sorted(ERRORS_FIRST)
                .map(finding -> RosterMessages.line(finding, language))
                .collect(Collectors.joining(betweenLines));
        cells.set(columns.notes(), new StyledText(note, Look.NOTE));
        return cells;
    }

    private void mark(List<StyledText> cells, RowError finding) {
        int column = columns.of(finding.column());
        if (column < 0) {
            return;
        }
        while (cells.size() <= column) {
            cells.add(StyledText.BLANK);
        }
        StyledText cell = cells.get(column);
        if (cell.look() != Look.ERROR) {
            cells.set(
                    column,
                    new StyledText(cell.text(), finding.severity() == Severity.ERROR ? Look.ERROR : Look.WARNING));
        }
    }
}
