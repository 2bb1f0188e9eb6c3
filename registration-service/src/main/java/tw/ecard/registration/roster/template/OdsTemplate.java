package tw.ecard.registration.roster.template;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.ecard.registration.spreadsheet.OdsWriter;

/** The template as an ods. */
final class OdsTemplate {

    private static final int ROWS_BELOW_THE_EXAMPLE = 1_048_574;
    private static final int[] INSTRUCTION_WIDTHS = {16, 8, 90};

    private final RosterTemplate template;

    OdsTemplate(RosterTemplate template) {
        this.template = template;
    }

    void write(OutputStream out) throws IOException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("title", RosterTemplate.TITLE);
        properties.put(RosterTemplate.VERSION_PROPERTY, template.version());
        List<RosterColumn> columns = template.columns();
        // A column's choices go by its header; null where everything may be typed.
        List<String> choices = columns.stream()
                .map(column -> column.choices().isEmpty() ? null : column.header())
                .toList();
        try (OdsWriter ods = new OdsWriter(out, properties)) {
            for (RosterColumn column : columns) {
                if (!column.choices().isEmpty()) {
                    ods.choices(column.header(), column.choices());
                }
            }
            ods.sheet(template.sheetName(), template.widths());
            ods.row(template.headers());
            ods.row(template.example(), choices);
            ods.blankRows(ROWS_BELOW_THE_EXAMPLE, choices);
            ods.sheet(template.instructionsSheetName(), INSTRUCTION_WIDTHS);
            for (List<String> line : template.instructions()) {
                ods.row(line.toArray(String[]::new));
            }
        }
    }
}
