package tw.ecard.registration.reader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** People who do not exist, all different and all valid, the same ones for the same seed. */
public final class PeopleFixture {

    public static final List<String> HEADERS =
            List.of("姓名", "身分證字號", "出生日期", "性別", "身分別", "單位", "學號", "電話", "手機", "email", "郵遞區號", "地址", "備註");

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] LETTER_DIGITS = {
        10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33
    };
    private static final String FAMILY = "陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐";
    private static final String GIVEN = "家豪志明俊傑建宏淑芬美玲雅婷怡君冠宇承恩𠮷";

    private PeopleFixture() {}

    /** Rows of texts under {@link #HEADERS}. */
    public static List<List<Object>> people(int count, long seed) {
        Random random = new Random(seed);
        Set<String> ids = new HashSet<>();
        List<List<Object>> rows = new ArrayList<>();
        while (rows.size() < count) {
            String id = nationalId(random);
            if (ids.add(id)) {
                rows.add(person(id, rows.size(), random));
            }
        }
        return rows;
    }

    private static List<Object> person(String id, int index, Random random) {
        LocalDate birth = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(1_000));
        return new ArrayList<>(List.of(
                pick(FAMILY, random) + pick(GIVEN, random) + pick(GIVEN, random),
                id,
                "%03d%02d%02d".formatted(birth.getYear() - 1911, birth.getMonthValue(), birth.getDayOfMonth()),
                id.charAt(1) == '1' ? "男" : "女",
                index % 10 == 0 ? "教職員" : "學生",
                "一年" + (1 + random.nextInt(20)) + "班",
                "113%05d".formatted(index),
                "04-2262%04d".formatted(random.nextInt(10_000)),
                "09%08d".formatted(random.nextInt(100_000_000)),
                "reader%d@example.edu.tw".formatted(index),
                "402",
                "台中市南區五權南路%d號".formatted(1 + random.nextInt(999)),
                index % 7 == 0 ? "轉學生" : ""));
    }

    private static String pick(String characters, Random random) {
        int[] all = characters.codePoints().toArray();
        return Character.toString(all[random.nextInt(all.length)]);
    }

    /** A valid national ID. */
    public static String nationalId(Random random) {
        int letter = random.nextInt(26);
        StringBuilder id = new StringBuilder().append(LETTERS.charAt(letter)).append(1 + random.nextInt(2));
        for (int i = 0; i < 7; i++) {
            id.append(random.nextInt(10));
        }
        int sum = LETTER_DIGITS[letter] / 10 + LETTER_DIGITS[letter] % 10 * 9;
        for (int i = 1; i <= 8; i++) {
            sum += (id.charAt(i) - '0') * (9 - i);
        }
        return id.append((10 - sum % 10) % 10).toString();
    }
}
