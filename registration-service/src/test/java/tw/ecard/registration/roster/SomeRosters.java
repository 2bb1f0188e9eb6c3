package tw.ecard.registration.roster;

import java.util.ArrayList;
import java.util.List;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.spreadsheet.Workbooks;

/** Reader-data files of people who do not exist. */
public final class SomeRosters {

    private static final int NATIONAL_ID = 1;

    private SomeRosters() {}

    /** All rows are good. */
    public static byte[] good(int readers, long seed) {
        return Workbooks.xlsx(table(PeopleFixture.people(readers, seed)));
    }

    /** All rows are good. */
    public static byte[] goodOds(int readers, long seed) {
        return Workbooks.ods(table(PeopleFixture.people(readers, seed)));
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

    /** People, and no row that says what is what. */
    static byte[] withoutHeaders(int readers) {
        return Workbooks.xlsx(PeopleFixture.people(readers, 1));
    }

    private static List<List<Object>> table(List<List<Object>> people) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.copyOf(PeopleFixture.HEADERS));
        rows.addAll(people);
        return rows;
    }
}
