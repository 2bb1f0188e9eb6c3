package tw.ecard.registration.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.spreadsheet.SameTable;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.Workbooks;

/** Reader-data files of people who do not exist. */
public final class SomeRosters {

    static final int NAME = 0;
    static final int NATIONAL_ID = 1;
    static final int SEX = 3;
    static final int CATEGORY = 4;

    private SomeRosters() {}

    /** All rows are good. */
    public static byte[] good(int readers, long seed) {
        return Workbooks.xlsx(table(PeopleFixture.people(readers, seed)));
    }

    /** All rows are good. */
    static byte[] good(SpreadsheetFormat format, int readers, long seed) {
        List<List<Object>> table = table(PeopleFixture.people(readers, seed));
        return switch (format) {
            case XLSX -> SameTable.xlsx(table);
            case XLS -> SameTable.xls(table);
            case ODS -> SameTable.ods(table);
            case CSV -> SameTable.csv(table, "UTF-8", "");
        };
    }

    /** In the last rows the national ID's check digit is wrong. */
    static byte[] withWrongIds(int readers, int wrong, long seed) {
        List<List<Object>> people = PeopleFixture.people(readers, seed);
        for (List<Object> person : people.subList(readers - wrong, readers)) {
            String id = (String) person.get(NATIONAL_ID);
            int last = id.charAt(9) - '0';
            person.set(NATIONAL_ID, id.substring(0, 9) + (last + 1) % 10);
        }
        return Workbooks.xlsx(table(people));
    }

    /** Four people under a further column; the sex of rows 2 and 4 contradicts their ID. */
    static byte[] withWarnings(long seed) {
        return withSeats(seed, SomeRosters::contradictSex);
    }

    /** The same, with two errors in row 3 and one in row 5. */
    static byte[] withWarningsAndErrors(long seed) {
        return withSeats(seed, people -> {
            contradictSex(people);
            people.get(1).set(NAME, "");
            people.get(1).set(CATEGORY, "家長");
            people.get(3).set(NATIONAL_ID, "A123456788");
        });
    }

    private static void contradictSex(List<List<Object>> people) {
        for (List<Object> person : List.of(people.get(0), people.get(2))) {
            person.set(SEX, person.get(SEX).equals("男") ? "女" : "男");
        }
    }

    private static byte[] withSeats(long seed, Consumer<List<List<Object>>> edit) {
        List<List<Object>> people = PeopleFixture.people(4, seed);
        edit.accept(people);
        List<List<Object>> rows = table(people);
        List<Object> headers = new ArrayList<>(rows.get(0));
        headers.add("座號");
        rows.set(0, headers);
        return Workbooks.xlsx(rows);
    }

    /** People as they are made for the seed, and then changed. */
    static byte[] edited(int readers, long seed, Consumer<List<List<Object>>> edit) {
        List<List<Object>> people = PeopleFixture.people(readers, seed);
        edit.accept(people);
        return Workbooks.xlsx(table(people));
    }

    /** People, and no row that says what is what. */
    static byte[] withoutHeaders(int readers) {
        return Workbooks.xlsx(PeopleFixture.people(readers, 1));
    }

    /** These very people, in this order. */
    static byte[] of(List<List<Object>> people) {
        return Workbooks.xlsx(table(people));
    }

    /** These very people, the second ones below the first. */
    static byte[] of(List<List<Object>> first, List<List<Object>> second) {
        return of(Stream.concat(first.stream(), second.stream()).toList());
    }

    private static List<List<Object>> table(List<List<Object>> people) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.copyOf(PeopleFixture.HEADERS));
        rows.addAll(people);
        return rows;
    }
}
