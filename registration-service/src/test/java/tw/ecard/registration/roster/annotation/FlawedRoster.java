package tw.ecard.registration.roster.annotation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.spreadsheet.SheetWriter;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.StyledText;
import tw.ecard.registration.spreadsheet.Workbooks;

/**
 * A school's own table, as schools make them, with one row for every error that a file shows by itself: titles above the
 * header, a column of their own in the middle, one of the earlier notes, empty rows, and remarks beside the table.
 */
public final class FlawedRoster {

    /** The number of the row that names the columns. */
    public static final int HEADER_ROW = 4;

    /** The column where the copy has its notes. */
    public static final int NOTES = 14;

    static final int NAME = 0;
    static final int NATIONAL_ID = 1;
    static final int BIRTH_DATE = 2;
    static final int SEX = 3;
    static final int CATEGORY = 4;
    static final int PHONE = 7;
    static final int MOBILE = 8;
    static final int EMAIL = 9;
    static final int POSTCODE = 10;
    static final int REMARKS = 12;
    private static final int SEAT = 3;
    /** Which of the people stands first, below three rows of titles and headers. */
    private static final int FIRST = 3;

    private final Map<Integer, List<Object>> rows = new TreeMap<>();
    private final Map<Integer, RowErrorCode> flaws = new LinkedHashMap<>();
    private final List<List<Object>> people;
    private final long seed;
    private int next = HEADER_ROW + 1;

    private FlawedRoster(long seed) {
        this.seed = seed;
        this.people = PeopleFixture.people(60, seed);
    }

    /** A computed value. */
    record Formula(String value) {}

    /** The table; of its formats only a text file cannot hold a formula. */
    public static FlawedRoster of(SpreadsheetFormat format, long seed) {
        FlawedRoster roster = new FlawedRoster(seed);
        roster.rows.put(1, List.of("示範高級中學　115 學年度讀者資料"));
        roster.rows.put(2, Arrays.asList("", "製表：=圖書館", "+886-4-22625100"));
        roster.rows.put(HEADER_ROW, ownColumns(new ArrayList<>(PeopleFixture.HEADERS), "座號"));
        roster.addFlaws();
        if (format != SpreadsheetFormat.CSV) {
            roster.flawed(RowErrorCode.FORMULA_VALUE, person -> person.set(REMARKS, new Formula("計算結果")));
        }
        roster.next += 5;
        roster.good();
        return roster;
    }

    private void addFlaws() {
        good();
        flawed(RowErrorCode.REQUIRED, person -> person.set(CATEGORY, ""));
        flawed(RowErrorCode.NAME_TOO_LONG, person -> person.set(NAME, "王".repeat(51)));
        flawed(RowErrorCode.NATIONAL_ID_FORMAT, person -> person.set(NATIONAL_ID, "=A12345"));
        next += 2;
        flawed(RowErrorCode.NATIONAL_ID_CHECKSUM, person -> person.set(NATIONAL_ID, "A123456788"));
        flawed(RowErrorCode.NOT_ROC_NATIONAL, person -> person.set(NATIONAL_ID, "AC01234567"));
        flawed(RowErrorCode.NEEDS_MANUAL_REVIEW, person -> person.set(NATIONAL_ID, "A970000008"));
        flawed(RowErrorCode.DATE_FORMAT, person -> person.set(BIRTH_DATE, "98/2/30"));
        flawed(RowErrorCode.DATE_IN_FUTURE, person -> person.set(BIRTH_DATE, "2099-01-01"));
        flawed(RowErrorCode.AGE_OUT_OF_RANGE, person -> person.set(BIRTH_DATE, "1899-12-31"));
        flawed(RowErrorCode.CATEGORY_NOT_ELIGIBLE, person -> person.set(CATEGORY, "家長"));
        flawed(RowErrorCode.SEX_FORMAT, person -> person.set(SEX, "不明"));
        flawed(
                RowErrorCode.SEX_MISMATCH,
                person -> person.set(SEX, person.get(SEX).equals("男") ? "女" : "男"));
        flawed(RowErrorCode.PHONE_FORMAT, person -> person.set(PHONE, "-12345"));
        flawed(RowErrorCode.MOBILE_FORMAT, person -> person.set(MOBILE, "0212345678"));
        flawed(RowErrorCode.EMAIL_FORMAT, person -> person.set(EMAIL, "@無"));
        flawed(RowErrorCode.POSTCODE_FORMAT, person -> person.set(POSTCODE, "0402"));
        flawed(RowErrorCode.DUPLICATE_IN_FILE, person -> {
            person.set(NATIONAL_ID, people.get(FIRST).get(NATIONAL_ID));
            person.set(SEX, people.get(FIRST).get(SEX));
        });
        flawed(RowErrorCode.CELL_TOO_LONG, person -> person.set(REMARKS, "長".repeat(1_001)));
        flawed(RowErrorCode.LEADING_ZERO_RESTORED, person -> person.set(MOBILE, "912345678"));
        flawed(RowErrorCode.VALUE_NORMALISED, person -> person.set(NAME, "王　小 明"));
        flawed(RowErrorCode.AGE_IMPLAUSIBLE, person -> {
            person.set(BIRTH_DATE, "1950-01-01");
            person.set(CATEGORY, "學生");
        });
        flawed(RowErrorCode.EXAMPLE_ROW, person -> person.set(NAME, "範例（請刪除本列）"));
        flawed(RowErrorCode.UNREADABLE_CHARACTER, person -> person.set(NAME, "王\uE000明"));
    }

    /** What is changed in a good person. */
    @FunctionalInterface
    interface Edit {
        void edit(List<Object> person);
    }

    private void flawed(RowErrorCode code, Edit edit) {
        List<Object> person = nextPerson();
        edit.edit(person);
        flaws.put(next, code);
        add(person);
    }

    private void good() {
        add(nextPerson());
    }

    private List<Object> nextPerson() {
        return new ArrayList<>(people.get(rows.size()));
    }

    private void add(List<Object> person) {
        List<Object> row = ownColumns(person, Integer.toString(next));
        row.add("表外備註 " + next);
        rows.put(next++, row);
    }

    /** With the school's own column among those of a roster. */
    private static List<Object> ownColumns(List<? extends Object> values, String seat) {
        List<Object> row = new ArrayList<>(values);
        row.add(SEAT, seat);
        return row;
    }

    /** The one flaw of each row that has one. */
    public Map<Integer, RowErrorCode> flaws() {
        return flaws;
    }

    /** A row with somebody who has no flaw, in the place of the one with this number. */
    public List<String> corrected(int row) {
        List<Object> person = ownColumns(PeopleFixture.people(200, seed + 1).get(row), Integer.toString(row));
        return person.stream().map(Object::toString).toList();
    }

    /** What a person sees in each cell, by the row's number. */
    public Map<Integer, List<String>> texts() {
        Map<Integer, List<String>> texts = new TreeMap<>();
        rows.forEach((number, cells) ->
                texts.put(number, cells.stream().map(FlawedRoster::text).toList()));
        return texts;
    }

    private static String text(Object value) {
        return value instanceof Formula formula ? formula.value() : (String) value;
    }

    /** The file. */
    public byte[] file(SpreadsheetFormat format) {
        return switch (format) {
            case XLSX -> xlsx();
            case ODS -> ods();
            default -> csv();
        };
    }

    private byte[] xlsx() {
        StringBuilder xml = new StringBuilder();
        rows.forEach((number, cells) -> {
            xml.append("<row r='").append(number).append("'>");
            for (Object cell : cells) {
                boolean formula = cell instanceof Formula;
                xml.append(formula ? "<c t='str'><f>A1</f><v>" : "<c t='inlineStr'><is><t>")
                        .append(escaped(text(cell)))
                        .append(formula ? "</v></c>" : "</t></is></c>");
            }
            xml.append("</row>");
        });
        return Workbooks.zip(Workbooks.xlsxParts(xml.toString()));
    }

    private byte[] ods() {
        StringBuilder xml = new StringBuilder("<table:table table:name='一'>");
        int last = 0;
        for (Map.Entry<Integer, List<Object>> row : rows.entrySet()) {
            if (row.getKey() > last + 1) {
                xml.append("<table:table-row table:number-rows-repeated='%d'><table:table-cell/></table:table-row>"
                        .formatted(row.getKey() - last - 1));
            }
            last = row.getKey();
            xml.append("<table:table-row>");
            for (Object cell : row.getValue()) {
                xml.append("<table:table-cell office:value-type='string'")
                        .append(cell instanceof Formula ? " table:formula='of:=[.A1]'" : "")
                        .append("><text:p>")
                        .append(escaped(text(cell)))
                        .append("</text:p></table:table-cell>");
            }
            xml.append("</table:table-row>");
        }
        return Workbooks.zip(Workbooks.odsParts(xml.append("</table:table>").toString()));
    }

    private byte[] csv() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SheetWriter writer = SheetWriter.start(SpreadsheetFormat.CSV, out, "", new int[14], 1);
            for (Map.Entry<Integer, List<String>> row : texts().entrySet()) {
                writer.row(
                        row.getKey(),
                        row.getValue().stream().map(StyledText::plain).toList());
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
