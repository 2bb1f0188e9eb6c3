package tw.ecard.benchmarks.people;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import tw.ecard.registration.roster.template.RosterColumn;
import tw.ecard.registration.roster.template.RosterDefinition;

/**
 * Rows of the template's 13 columns with people who do not exist, all different and all without a fault. They are made
 * one by one, each from the seed and its number alone: a million of them needs no memory.
 */
public record SyntheticPeople(long seed, int count) {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
    private static final int FIRST_LETTER_VALUE = 10;
    private static final long NUMBERS = 26L * 2 * 10_000_000;
    /** Shares no factor with {@link #NUMBERS}: steps of this length meet every number once. */
    private static final long STEP = 314_159_269L;

    private static final int NATIONAL_ID = 1;
    private static final int BIRTH_DATE = 2;
    private static final int CATEGORY = 4;

    private static final String[] SURNAMES = "陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 郭 洪 曾 邱 廖 賴 徐 周 葉 蘇 莊 歐陽".split(" ");
    private static final String GIVEN = "怡君雅婷淑芬美玲佳穎詩涵宜蓁欣妤子晴品妍家豪志明俊傑建宏冠宇承恩柏翰";
    private static final LocalDate STUDENTS_BORN = LocalDate.of(2008, 9, 1);
    private static final LocalDate STAFF_BORN = LocalDate.of(1965, 1, 1);

    /** The names of the template's columns. */
    public static List<String> headers() {
        return RosterDefinition.current().columns().stream()
                .filter(RosterColumn::inTemplate)
                .map(RosterColumn::header)
                .toList();
    }

    public Iterator<String[]> rows() {
        return IntStream.range(0, count).mapToObj(this::person).iterator();
    }

    /** The same people, each with one error: a slip in the national ID, a day that does not exist, a parent. */
    public Iterator<String[]> wrongRows() {
        return IntStream.range(0, count).mapToObj(this::wrongPerson).iterator();
    }

    private String[] wrongPerson(int index) {
        String[] person = person(index);
        switch (index % 3) {
            case 0 -> person[NATIONAL_ID] = mistyped(person[NATIONAL_ID]);
            case 1 -> person[BIRTH_DATE] = "0980231";
            default -> person[CATEGORY] = "家長";
        }
        return person;
    }

    private String[] person(int index) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + index);
        boolean staff = index % 10 == 9;
        String id = nationalId(Math.floorMod(seed * 7_919 + index * STEP, NUMBERS));
        LocalDate born = (staff ? STAFF_BORN : STUDENTS_BORN).plusDays(random.nextInt(staff ? 12_000 : 1_095));
        return new String[] {
            SURNAMES[random.nextInt(SURNAMES.length)] + given(random) + given(random),
            id,
            "%03d%02d%02d".formatted(born.getYear() - 1911, born.getMonthValue(), born.getDayOfMonth()),
            id.charAt(1) == '1' ? "男" : "女",
            staff ? "教職員" : "學生",
            staff ? "教務處" : (1 + index % 3) + "年" + (1 + index % 20) + "班",
            "11%07d".formatted(index),
            "04-2%07d".formatted(random.nextInt(10_000_000)),
            "09%08d".formatted(random.nextInt(100_000_000)),
            "reader%d@school.example".formatted(index),
            "403",
            "臺中市西區自由路%d段%d號".formatted(1 + random.nextInt(3), 1 + random.nextInt(999)),
            index % 7 == 0 ? "轉學生" : ""
        };
    }

    private static char given(SplittableRandom random) {
        return GIVEN.charAt(random.nextInt(GIVEN.length()));
    }

    private static String nationalId(long number) {
        int letter = (int) (number / 20_000_000);
        int sex = 1 + (int) (number / 10_000_000 % 2);
        String digits = "%d%07d".formatted(sex, number % 10_000_000);
        int value = letter + FIRST_LETTER_VALUE;
        int sum = value / 10 + value % 10 * 9;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (8 - i);
        }
        return LETTERS.charAt(letter) + digits + (10 - sum % 10) % 10;
    }

    private static String mistyped(String id) {
        return id.substring(0, 9) + (id.charAt(9) - '0' + 1) % 10;
    }
}
