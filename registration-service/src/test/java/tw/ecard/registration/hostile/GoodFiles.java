package tw.ecard.registration.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.Workbooks;
import tw.ecard.registration.spreadsheet.XlsFiles;

/** Small rosters as different programs write them, for mutations to start from. */
final class GoodFiles {

    private static final int PEOPLE = 4;
    private static final int BIRTH_DATE = 2;

    private GoodFiles() {}

    static List<byte[]> of(SpreadsheetFormat format) {
        return switch (format) {
            case XLSX ->
                List.of(
                        Workbooks.zip(RosterParts.xlsx()),
                        Workbooks.zip(withStyles(RosterParts.xlsxWithSharedTexts())),
                        Workbooks.xlsx(typed()));
            case ODS ->
                List.of(
                        Workbooks.zip(RosterParts.odsWith("<table:table-row table:number-rows-repeated='1048000'>"
                                + "<table:table-cell table:number-columns-repeated='1024'/></table:table-row>")),
                        Workbooks.zip(RosterParts.ods(RosterParts.table(PEOPLE))),
                        Workbooks.ods(texts(typed())));
            case XLS -> List.of(XlsFiles.xls(typed()), XlsFiles.xls(RosterParts.table(PEOPLE)));
            case CSV ->
                List.of(
                        csv(",", "").getBytes(StandardCharsets.UTF_8),
                        ("\uFEFF" + csv("\t", "\"")).getBytes(StandardCharsets.UTF_8),
                        csv(";", "\"").getBytes(StandardCharsets.UTF_16),
                        csv(",", "\"").replace("𠮷", "吉").getBytes(Charset.forName("MS950")));
        };
    }

    /** With real days and numbers. */
    private static List<List<Object>> typed() {
        List<List<Object>> rows = RosterParts.table(PEOPLE);
        for (int i = 1; i < rows.size(); i++) {
            rows.get(i).set(BIRTH_DATE, LocalDate.of(2008, 1, i));
            rows.get(i).set(6, 1_130_000 + i);
        }
        return rows;
    }

    /** The library that writes ods takes no days. */
    private static List<List<Object>> texts(List<List<Object>> rows) {
        List<List<Object>> texts = new ArrayList<>();
        rows.forEach(row -> texts.add(row.stream().<Object>map(Object::toString).toList()));
        return texts;
    }

    private static Map<String, String> withStyles(Map<String, String> parts) {
        parts.put("xl/styles.xml", Workbooks.styles("<numFmt numFmtId='164' formatCode='yyyy/m/d'/>", 164));
        return parts;
    }

    private static String csv(String delimiter, String quote) {
        return RosterParts.table(PEOPLE).stream()
                .map(row -> row.stream()
                        .map(value -> quote + value + quote)
                        .collect(Collectors.joining(delimiter, "", "\r\n")))
                .collect(Collectors.joining());
    }
}
