package tw.ecard.registration.roster.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The template as an xlsx. */
final class XlsxTemplate {

    private static final String TEXT_FORMAT = "@";
    private static final int LAST_ROW = 1_048_575;
    private static final int[] INSTRUCTION_WIDTHS = {16, 8, 90};

    private final RosterTemplate template;

    XlsxTemplate(RosterTemplate template) {
        this.template = template;
    }

    void write(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "ecard", "1.0");
        workbook.properties()
                .setTitle(RosterTemplate.TITLE)
                .setTextProperty(RosterTemplate.VERSION_PROPERTY, template.version());
        writeTable(workbook.newWorksheet(template.sheetName()));
        writeInstructions(workbook.newWorksheet(template.instructionsSheetName()));
        workbook.finish();
    }

    private void writeTable(Worksheet sheet) throws IOException {
        for (int i = 0; i < template.columns().size(); i++) {
            RosterColumn column = template.columns().get(i);
            sheet.width(i, column.width());
            sheet.style(i).format(TEXT_FORMAT).set();
            sheet.inlineString(0, i, column.header());
            var style = sheet.style(0, i).bold().format(TEXT_FORMAT);
            (column.required() ? style.fontColor("C00000") : style).set();
            if (!column.example().isEmpty()) {
                sheet.inlineString(1, i, column.example());
                sheet.style(1, i).format(TEXT_FORMAT).set();
            }
            if (!column.choices().isEmpty()) {
                sheet.range(1, i, LAST_ROW, i)
                        .validateWithListByFormula("\"" + String.join(",", column.choices()) + "\"")
                        .allowBlank(true);
            }
        }
        sheet.freezePane(0, 1);
        sheet.finish();
    }

    private void writeInstructions(Worksheet sheet) throws IOException {
        for (int i = 0; i < INSTRUCTION_WIDTHS.length; i++) {
            sheet.width(i, INSTRUCTION_WIDTHS[i]);
        }
        List<List<String>> rows = template.instructions();
        for (int row = 0; row < rows.size(); row++) {
            for (int i = 0; i < rows.get(row).size(); i++) {
                sheet.inlineString(row, i, rows.get(row).get(i));
            }
        }
        sheet.finish();
    }
}
