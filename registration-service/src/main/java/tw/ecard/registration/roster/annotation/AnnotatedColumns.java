package tw.ecard.registration.roster.annotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tw.ecard.registration.roster.template.HeaderRow;
import tw.ecard.registration.roster.template.RosterColumn;
import tw.ecard.registration.roster.template.RosterDefinition;
import tw.ecard.registration.roster.template.RosterField;
import tw.ecard.registration.spreadsheet.Cell;
import tw.ecard.registration.spreadsheet.Row;
import tw.ecard.registration.spreadsheet.StyledText;

/**
 * Where columns stand in the copy. The file's own keep their order; the column of notes takes the place that it had in
 * an earlier copy, or the one behind the last header. What stands further right, without any header, makes room.
 */
final class AnnotatedColumns {

    private static final int USUAL_WIDTH = 14;
    /** Makes the cell longer than the limit again, so that the cut cannot pass for the whole when it comes back. */
    private static final String CUT = "……（後略）";

    private final int notes;
    private final boolean added;
    private final Set<Integer> formerNotes = new TreeSet<>();
    private final Map<String, Integer> byHeader = new HashMap<>();
    private final int[] widths;

    AnnotatedColumns(RosterDefinition definition, HeaderRow header, Row headerRow) {
        for (int column = 0; column < headerRow.width(); column++) {
            boolean isNotes = definition
                    .field(headerRow.cell(column).text())
                    .filter(field -> field == RosterField.ERROR_NOTE)
                    .isPresent();
            if (isNotes) {
                formerNotes.add(column);
            }
        }
        added = formerNotes.isEmpty();
        notes = added ? headerRow.width() : formerNotes.iterator().next();
        widths = new int[headerRow.width() + (added ? 1 : 0)];
        Arrays.fill(widths, USUAL_WIDTH);
        header.columns().forEach((field, column) -> place(definition.column(field), column));
        widths[notes] = definition.column(RosterField.ERROR_NOTE).width();
    }

    private void place(RosterColumn column, int at) {
        byHeader.put(column.header(), at);
        widths[at] = column.width();
    }

    int[] widths() {
        return widths;
    }

    int notes() {
        return notes;
    }

    /** The column of which a finding speaks; −1 where it is none of the file's. */
    int of(String header) {
        return byHeader.getOrDefault(header, -1);
    }

    /** The row's cells where they stand in the copy, with the column of notes and those of earlier notes blank. */
    List<StyledText> spread(Row row) {
        int width = row.width() + (added && row.width() > notes ? 1 : 0);
        List<StyledText> cells = new ArrayList<>(Collections.nCopies(Math.max(width, notes + 1), StyledText.BLANK));
        for (int column = 0; column < row.width(); column++) {
            if (!formerNotes.contains(column)) {
                cells.set(added && column >= notes ? column + 1 : column, StyledText.plain(own(row.cell(column))));
            }
        }
        return cells;
    }

    /** A computation that failed holds nothing: its code, as text, would come back as somebody's name. */
    private static String own(Cell cell) {
        if (cell.kind() == Cell.Kind.ERROR) {
            return "";
        }
        return cell.cut() ? cell.text() + CUT : cell.text();
    }
}
