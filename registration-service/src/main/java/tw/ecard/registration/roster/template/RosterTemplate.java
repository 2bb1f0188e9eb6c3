package tw.ecard.registration.roster.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import tw.ecard.registration.spreadsheet.OdsWriter;
import tw.ecard.registration.spreadsheet.OdsWriter.Style;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

/**
 * The blank roster that a contact fills in: the headers, one example row that must be deleted, columns of text so that
 * zeros stay, and a second sheet that says how.
 */
public final class RosterTemplate {

    private static final int LAST_ROW = 1_048_575;

    private final RosterDefinition definition;
    private final List<RosterColumn> columns;

    private RosterTemplate(RosterDefinition definition) {
        this.definition = definition;
        this.columns =
                definition.columns().stream().filter(RosterColumn::inTemplate).toList();
    }

    /**
     * Writes the template of the current definition; the stream is left open.
     *
     * @throws IllegalArgumentException for a format other than xlsx and ods
     */
    public static void write(SpreadsheetFormat format, OutputStream out) throws IOException {
        RosterTemplate template = new RosterTemplate(RosterDefinition.current());
        switch (format) {
            case XLSX -> template.writeXlsx(out);
            case ODS -> template.writeOds(out);
            default -> throw new IllegalArgumentException("no template as " + format);
        }
    }

    private void writeXlsx(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "ecard", "1.0");
        Worksheet sheet = workbook.newWorksheet(definition.sheetName());
        for (int i = 0; i < columns.size(); i++) {
            RosterColumn column = columns.get(i);
            sheet.width(i, column.width());
            sheet.style(i).format("@").set();
            sheet.inlineString(0, i, column.header());
            var style = sheet.style(0, i).bold().format("@");
            (column.required() ? style.fontColor("C00000") : style).set();
            if (!column.example().isEmpty()) {
                sheet.inlineString(1, i, column.example());
                sheet.style(1, i).format("@").set();
            }
            if (!column.choices().isEmpty()) {
                sheet.range(1, i, LAST_ROW, i)
                        .validateWithListByFormula("\"" + String.join(",", column.choices()) + "\"")
                        .allowBlank(true);
            }
        }
        sheet.freezePane(0, 1);
        sheet.finish();
        writeXlsxInstructions(workbook.newWorksheet(definition.instructionsSheetName()));
        workbook.finish();
    }

    private void writeXlsxInstructions(Worksheet sheet) throws IOException {
        sheet.width(0, 16);
        sheet.width(1, 8);
        sheet.width(2, 90);
        int row = 0;
        for (String line : definition.instructions()) {
            sheet.inlineString(row++, 0, line);
        }
        for (RosterColumn column : columns) {
            sheet.inlineString(row, 0, column.header());
            sheet.inlineString(row, 1, requirement(column));
            sheet.inlineString(row++, 2, column.instruction());
        }
        sheet.finish();
    }

    private void writeOds(OutputStream out) throws IOException {
        try (OdsWriter ods = new OdsWriter(out)) {
            ods.sheet(definition.sheetName(), columns.size());
            ods.row(
                    columns.stream().map(RosterColumn::header).toArray(String[]::new),
                    columns.stream()
                            .map(column -> column.required() ? Style.REQUIRED_HEADER : Style.HEADER)
                            .toArray(Style[]::new));
            ods.row(columns.stream().map(RosterColumn::example).toArray(String[]::new));
            ods.blankRows(LAST_ROW - 1, columns.size());
            ods.sheet(definition.instructionsSheetName(), 3);
            for (String line : definition.instructions()) {
                ods.row(line);
            }
            for (RosterColumn column : columns) {
                ods.row(column.header(), requirement(column), column.instruction());
            }
        }
    }

    private static String requirement(RosterColumn column) {
        return column.required() ? "必填" : "選填";
    }
}
