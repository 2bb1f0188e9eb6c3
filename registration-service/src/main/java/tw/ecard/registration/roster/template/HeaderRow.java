package tw.ecard.registration.roster.template;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.ecard.registration.spreadsheet.Cell;
import tw.ecard.registration.spreadsheet.Row;

/**
 * The row that names the columns: among the first rows of a sheet the one with the most known headers, at least three,
 * the earliest of several.
 *
 * @param number its row number
 * @param columns where each field stands, columns counted from 0
 * @param repeated fields that are named by more than one column
 * @param unknown what other headers say
 */
public record HeaderRow(
        int number, Map<RosterField, Integer> columns, Set<RosterField> repeated, List<String> unknown) {

    /** The header row among the rows at the top of a sheet, if there is one. */
    public static Optional<HeaderRow> find(List<Row> top, RosterDefinition definition) {
        Map<String, RosterField> names = definition.names();
        HeaderRow best = null;
        for (Row row : top) {
            HeaderRow candidate = read(row, names);
            if (best == null || candidate.columns.size() > best.columns.size()) {
                best = candidate;
            }
        }
        boolean found = best != null && best.columns.size() >= RosterDefinition.LEAST_HEADERS;
        return found ? Optional.of(best) : Optional.empty();
    }

    /** What the row names, if it were the header row of a roster or of another list of people. */
    public static HeaderRow of(Row row, RosterDefinition definition) {
        return read(row, definition.names());
    }

    private static HeaderRow read(Row row, Map<String, RosterField> names) {
        Map<RosterField, Integer> columns = new EnumMap<>(RosterField.class);
        Set<RosterField> repeated = EnumSet.noneOf(RosterField.class);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < row.width(); i++) {
            Cell cell = row.cell(i);
            String header = RosterDefinition.comparable(cell.text());
            RosterField field = names.get(header);
            if (field == null && !header.isEmpty()) {
                unknown.add(cell.text().strip());
            } else if (field != null && columns.putIfAbsent(field, i) != null) {
                repeated.add(field);
            }
        }
        return new HeaderRow(row.number(), columns, repeated, unknown);
    }

    /** Required columns that the file lacks, in the template's order. */
    public List<RosterColumn> missing(RosterDefinition definition) {
        return definition.columns().stream()
                .filter(column -> column.required() && !columns.containsKey(column.field()))
                .toList();
    }
}
