package tw.ecard.registration.roster.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.spreadsheet.SameTable;
import tw.ecard.registration.spreadsheet.SameTable.Formula;

/** Whatever format a table comes in, its readers are the same, and so is everything that is said of its rows. */
class SameTableTest {

    private static final int PEOPLE = 800;
    private static final int BIRTH_DATE = 2;
    private static final int MOBILE = 8;

    /** What each column may hold by mistake or by the ways of a program, besides the one valid form. */
    private static final List<List<Object>> VALUES = List.of(
            row("王　小明", "  ", "王\n小明", "a", "長".repeat(51), "王\uE000明", "\"阿明\"", "O'Neil, A", new Formula("林小美")),
            row(
                    "a123456789",
                    "Ａ１２３４５６７８９",
                    "A123456788",
                    "A 123456789",
                    12_345,
                    "AC01234567",
                    "",
                    new Formula("B123456780")),
            row(
                    980_304,
                    "98/3/4",
                    "98.3.4",
                    "民國98年3月4日",
                    "2009/3/4",
                    LocalDate.of(2009, 3, 4),
                    "98年2月30日",
                    20_090_304,
                    "1160101"),
            row("1", 1, 2, "M", "不明", "", "女生"),
            row("教師", "家長", "", " 學生 ", "員工"),
            row("一年一班", "", "a;b\tc", "x".repeat(1_001), 101),
            row(1_130_001, "００１", "", 1.5),
            row(422_625_100, "0422625100#12", "(04)2262-5100", 12_345, "", "+886-4-22625100"),
            row(912_345_678, "912345678", "０９１２３４５６７８", "0912-345-678", "0212345678", new Formula("0912345678")),
            row("無", "a@b", "A@Example.edu.tw", "", "a b@example.edu.tw"),
            row(402, "0402", "40227", "", 402_001, "402.5"),
            row("台中市", "", "臺北市\"中山\"區", "=1+1"),
            row("", "備註,有逗號", "-", "@x", "+1"));

    private static final Set<RowErrorCode> EXPECTED_CODES = EnumSet.of(
            RowErrorCode.REQUIRED,
            RowErrorCode.NAME_TOO_LONG,
            RowErrorCode.NATIONAL_ID_CHECKSUM,
            RowErrorCode.NOT_ROC_NATIONAL,
            RowErrorCode.DATE_FORMAT,
            RowErrorCode.CATEGORY_NOT_ELIGIBLE,
            RowErrorCode.SEX_FORMAT,
            RowErrorCode.PHONE_FORMAT,
            RowErrorCode.MOBILE_FORMAT,
            RowErrorCode.EMAIL_FORMAT,
            RowErrorCode.POSTCODE_FORMAT,
            RowErrorCode.DUPLICATE_IN_FILE,
            RowErrorCode.CELL_TOO_LONG,
            RowErrorCode.FORMULA_VALUE,
            RowErrorCode.LEADING_ZERO_RESTORED,
            RowErrorCode.VALUE_NORMALISED,
            RowErrorCode.UNREADABLE_CHARACTER);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void it_gives_the_same_in_every_format(long seed) {
        List<List<Object>> table = table(seed);
        CheckedRoster xlsx = CheckedRoster.of(SameTable.xlsx(table));

        assertThat(xlsx.outcome().rowsRead()).as("seed " + seed).isGreaterThan(PEOPLE - 10);
        assertThat(xlsx.outcome().rowsAccepted()).as("seed " + seed).isBetween(PEOPLE / 2, PEOPLE - 50);
        assertThat(codes(xlsx)).as("seed " + seed).containsAll(EXPECTED_CODES);
        assertSame(SameTable.xls(table), xlsx, xlsx.errors(), "xls, seed " + seed);
        assertSame(SameTable.ods(table), xlsx, xlsx.errors(), "ods, seed " + seed);

        // The one difference that cannot be helped: a csv does not say that a value was computed.
        List<RowError> withoutFormulas = xlsx.errors().stream()
                .filter(error -> error.code() != RowErrorCode.FORMULA_VALUE)
                .toList();
        assertSame(SameTable.csv(table, "UTF-8", ""), xlsx, withoutFormulas, "csv, seed " + seed);
        assertSame(SameTable.csv(table, "UTF-8", "\uFEFF"), xlsx, withoutFormulas, "csv with a mark, seed " + seed);
        assertSame(SameTable.csv(table, "UTF-16LE", "\uFEFF"), xlsx, withoutFormulas, "UTF-16 csv, seed " + seed);
        assertSame(SameTable.csv(table, "MS950", ""), xlsx, withoutFormulas, "Big5 csv, seed " + seed);
    }

    private static void assertSame(byte[] file, CheckedRoster expected, List<RowError> errors, String as) {
        CheckedRoster checked = CheckedRoster.of(file);
        assertThat(checked.readers()).as(as).isEqualTo(expected.readers());
        assertThat(checked.errors()).as(as).isEqualTo(errors);
        assertThat(checked.header()).as(as).isEqualTo(expected.header());
        assertThat(checked.outcome().problem())
                .as(as)
                .isEqualTo(expected.outcome().problem());
        assertThat(checked.outcome().rowsWrong())
                .as(as)
                .isEqualTo(expected.outcome().rowsWrong());
    }

    private static Set<RowErrorCode> codes(CheckedRoster checked) {
        return checked.errors().stream().map(RowError::code).collect(Collectors.toSet());
    }

    /** A title, an empty row, headers with one that is not known, people of whom every second one has odd values. */
    private static List<List<Object>> table(long seed) {
        Random random = new Random(seed);
        List<List<Object>> table = new ArrayList<>();
        table.add(row("示範高級中學 讀者資料"));
        table.add(row());
        List<Object> headers = new ArrayList<>(PeopleFixture.HEADERS);
        headers.add("座號");
        table.add(headers);
        for (List<Object> person : PeopleFixture.people(PEOPLE, seed)) {
            // All characters are in Big5, so that one of the files can be.
            person.replaceAll(value -> value.toString().replace("𠮷", "吉"));
            if (random.nextBoolean()) {
                for (int n = random.nextInt(3); n >= 0; n--) {
                    int column = random.nextInt(VALUES.size());
                    person.set(column, pick(VALUES.get(column), random));
                }
            } else if (random.nextBoolean()) {
                person.set(BIRTH_DATE, LocalDate.of(2009, 1 + random.nextInt(12), 1 + random.nextInt(28)));
                person.set(MOBILE, 900_000_000 + random.nextInt(99_999_999));
            }
            person.add(table.size());
            table.add(person);
            if (random.nextInt(20) == 0) {
                table.add(row());
            }
        }
        return table;
    }

    private static Object pick(List<Object> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<Object> row(Object... values) {
        return List.of(values);
    }
}
