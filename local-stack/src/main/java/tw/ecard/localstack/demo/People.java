package tw.ecard.localstack.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** People who do not exist: the same seed makes the same people, another seed others. */
public final class People {

    private static final String[] SURNAMES =
            "陳 林 黃 張 李 王 吳 劉 蔡 楊 許 鄭 謝 郭 洪 曾 邱 廖 賴 徐 周 葉 蘇 莊 呂 江 何 蕭 羅 高 歐陽".split(" ");
    private static final String GIVEN = "怡君雅婷淑芬美玲佳穎詩涵宜蓁欣妤子晴品妍家豪志明俊傑建宏冠宇承恩柏翰宥廷睿哲浩然彥廷宗翰";
    private static final LocalDate STUDENTS_BORN = LocalDate.of(2008, 9, 1);
    private static final LocalDate STAFF_BORN = LocalDate.of(1965, 1, 1);

    private final Random random;
    private final Set<String> ids = new HashSet<>();

    private People(long seed) {
        this.random = new Random(seed);
    }

    /** Students of three grades, and every tenth a teacher. */
    public static List<Person> ofSchool(long seed, int count) {
        People people = new People(seed);
        List<Person> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(i % 10 == 0 ? people.teacher(i) : people.student(i));
        }
        return List.copyOf(all);
    }

    /** Staff of an agency. */
    public static List<Person> ofAgency(long seed, int count) {
        // Another stream of numbers than the school's, so that nobody is in both.
        People people = new People(~seed);
        List<Person> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(people.person("機關同仁", "秘書室", "E%04d".formatted(i), STAFF_BORN, 35));
        }
        return List.copyOf(all);
    }

    private Person student(int i) {
        String schoolClass = "%d年%d班".formatted(1 + i % 3, 1 + i % 8);
        return person("學生", schoolClass, "1%06d".formatted(i), STUDENTS_BORN, 3);
    }

    private Person teacher(int i) {
        return person("教職員", "教務處", "T%04d".formatted(i), STAFF_BORN, 35);
    }

    private Person person(String category, String unit, String number, LocalDate earliest, int years) {
        boolean female = random.nextBoolean();
        LocalDate born = earliest.plusDays(random.nextInt(365 * years));
        String name = SURNAMES[random.nextInt(SURNAMES.length)] + given() + given();
        return new Person(
                name,
                unusedId(female),
                born,
                female ? "女" : "男",
                category,
                unit,
                number,
                "04-2%07d".formatted(random.nextInt(10_000_000)),
                "09%08d".formatted(random.nextInt(100_000_000)),
                number.toLowerCase(Locale.ROOT) + "@reader.example",
                "403",
                "臺中市西區自由路%d段%d號".formatted(1 + random.nextInt(3), 1 + random.nextInt(300)));
    }

    private String unusedId(boolean female) {
        String id = NationalIds.random(random, female);
        return ids.add(id) ? id : unusedId(female);
    }

    private char given() {
        return GIVEN.charAt(random.nextInt(GIVEN.length()));
    }
}
