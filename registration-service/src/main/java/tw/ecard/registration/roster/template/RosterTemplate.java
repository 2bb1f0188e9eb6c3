package tw.ecard.registration.roster.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.registration.spreadsheet.Look;
import tw.ecard.registration.spreadsheet.SheetWriter;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.StyledText;

/**
 * The blank roster that a contact fills in: the headers, one example row that must be deleted, columns of text so that
 * zeros stay, and a second sheet that says how. A csv has neither a second sheet nor columns that are made for text.
 */
public final class RosterTemplate {

    /** The formats that there are templates in. */
    public static final List<SpreadsheetFormat> FORMATS =
            List.of(SpreadsheetFormat.XLSX, SpreadsheetFormat.ODS, SpreadsheetFormat.CSV);

    static final String TITLE = "讀者資料檔範本";
    static final String VERSION_PROPERTY = "範本版本";

    private final RosterDefinition definition;
    private final List<RosterColumn> columns;

    private RosterTemplate(RosterDefinition definition) {
        this.definition = definition;
        this.columns =
                definition.columns().stream().filter(RosterColumn::inTemplate).toList();
    }

    /** The name to save it under: people keep templates for years, so it says of which version it is. */
    public static String fileName(SpreadsheetFormat format) {
        return TITLE + "-v" + RosterDefinition.current().version() + "." + format.extension();
    }

    /**
     * Writes the template of the current definition; the stream is left open.
     *
     * @throws IllegalArgumentException for a format that is not one of {@link #FORMATS}
     */
    public static void write(SpreadsheetFormat format, OutputStream out) throws IOException {
        RosterTemplate template = new RosterTemplate(RosterDefinition.current());
        switch (format) {
            case XLSX -> new XlsxTemplate(template).write(out);
            case ODS -> new OdsTemplate(template).write(out);
            case CSV -> template.writeCsv(out);
            case XLS -> throw new IllegalArgumentException("no template as " + format);
        }
    }

    private void writeCsv(OutputStream out) throws IOException {
        SheetWriter csv = SheetWriter.start(SpreadsheetFormat.CSV, out, definition.sheetName(), widths(), 1);
        csv.row(1, headers());
        csv.row(2, example());
        csv.finish();
    }

    List<RosterColumn> columns() {
        return columns;
    }

    String sheetName() {
        return definition.sheetName();
    }

    String instructionsSheetName() {
        return definition.instructionsSheetName();
    }

    String version() {
        return Integer.toString(definition.version());
    }

    int[] widths() {
        return columns.stream().mapToInt(RosterColumn::width).toArray();
    }

    List<StyledText> headers() {
        return columns.stream()
                .map(column -> new StyledText(column.header(), column.required() ? Look.REQUIRED_HEADER : Look.HEADER))
                .toList();
    }

    List<StyledText> example() {
        return columns.stream()
                .map(column -> StyledText.plain(column.example()))
                .toList();
    }

    /** The rows of the second sheet. */
    List<List<String>> instructions() {
        List<List<String>> rows = new ArrayList<>();
        definition.instructions().forEach(line -> rows.add(List.of(line)));
        for (RosterColumn column : columns) {
            rows.add(List.of(column.header(), column.required() ? "必填" : "選填", column.instruction()));
        }
        rows.add(List.of(VERSION_PROPERTY + "：" + version()));
        return rows;
    }
}
