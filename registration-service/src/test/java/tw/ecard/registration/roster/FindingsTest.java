package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;

class FindingsTest {

    private static final RowErrorCode[] CODES = {
        RowErrorCode.REQUIRED, RowErrorCode.DATE_FORMAT, RowErrorCode.FORMULA_VALUE, RowErrorCode.SEX_MISMATCH
    };

    @Test
    void all_rows_are_counted_and_the_first_ones_listed() {
        Findings findings = new Findings(2);
        for (int row = 2; row <= 31; row++) {
            findings.add(row, List.of(finding(row, "姓名", RowErrorCode.REQUIRED)));
        }

        assertThat(findings.wrongRows()).isEqualTo(30);
        assertThat(findings.listed()).extracting(RowError::row).containsExactly(2, 3);
        assertThat(findings.counts())
                .containsExactly(new FindingCount(
                        RowErrorCode.REQUIRED,
                        "姓名",
                        30,
                        IntStream.rangeClosed(2, 11).boxed().toList()));
    }

    @Test
    void errors_come_before_warnings_and_the_most_frequent_first() {
        Findings findings = new Findings(10);
        findings.add(2, List.of(finding(2, "電話", RowErrorCode.FORMULA_VALUE)));
        findings.add(3, List.of(finding(3, "電話", RowErrorCode.FORMULA_VALUE)));
        findings.add(4, List.of(finding(4, "姓名", RowErrorCode.REQUIRED)));
        findings.add(
                5,
                List.of(
                        finding(5, "出生日期", RowErrorCode.DATE_FORMAT),
                        finding(5, "電話", RowErrorCode.FORMULA_VALUE),
                        finding(5, "姓名", RowErrorCode.REQUIRED)));

        assertThat(findings.counts())
                .extracting(FindingCount::code)
                .containsExactly(RowErrorCode.REQUIRED, RowErrorCode.DATE_FORMAT, RowErrorCode.FORMULA_VALUE);
    }

    @Test
    void a_row_found_wrong_when_all_was_read_takes_its_place_before_later_ones() {
        Findings findings = new Findings(2);
        findings.add(3, List.of(finding(3, "性別", RowErrorCode.SEX_MISMATCH)));
        findings.add(7, List.of(finding(7, "姓名", RowErrorCode.REQUIRED)));
        findings.add(8, List.of(finding(8, "姓名", RowErrorCode.REQUIRED)));

        findings.add(3, List.of(finding(3, "身分證字號", RowErrorCode.ALREADY_HOLDS_CARD)));

        assertThat(findings.wrongRows()).isEqualTo(3);
        assertThat(findings.listed())
                .extracting(RowError::code)
                .containsExactly(RowErrorCode.SEX_MISMATCH, RowErrorCode.ALREADY_HOLDS_CARD, RowErrorCode.REQUIRED);
    }

    @Test
    void columns_that_a_file_invents_do_not_fill_the_memory() {
        Findings findings = new Findings(10);
        findings.add(
                1,
                IntStream.range(0, 5_000)
                        .mapToObj(i -> finding(1, "欄" + i, RowErrorCode.UNKNOWN_COLUMN))
                        .toList());

        assertThat(findings.counts()).hasSize(FindingTallies.COLUMNS_TOLD_APART + 1);
        assertThat(findings.counts().get(0))
                .isEqualTo(new FindingCount(
                        RowErrorCode.UNKNOWN_COLUMN, null, 5_000 - FindingTallies.COLUMNS_TOLD_APART, List.of(1)));
        assertThat(findings.counts().stream().mapToLong(FindingCount::count).sum())
                .isEqualTo(5_000);
    }

    /** Against the plain way: keep everything, sort at the end. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_order_in_which_rows_come_changes_nothing(long seed) {
        Random random = new Random(seed);
        Map<Integer, List<RowError>> all = new TreeMap<>();
        Findings findings = new Findings(20);
        int rows = 1 + random.nextInt(120);
        for (int i = 0; i < 200; i++) {
            int row = 2 + random.nextInt(rows);
            RowError finding = finding(row, "欄" + random.nextInt(3), CODES[random.nextInt(CODES.length)]);
            all.computeIfAbsent(row, number -> new ArrayList<>()).add(finding);
            findings.add(row, List.of(finding));
        }

        Set<Integer> wrong = all.entrySet().stream()
                .filter(row -> row.getValue().stream().anyMatch(FindingsTest::isError))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> firstWrong = wrong.stream().limit(20).collect(Collectors.toSet());
        assertThat(findings.wrongRows()).as("seed %d", seed).isEqualTo(wrong.size());
        assertThat(errors(findings.listed()))
                .as("seed %d", seed)
                .isEqualTo(errors(all.values().stream()
                        .flatMap(Collection::stream)
                        .filter(finding -> firstWrong.contains(finding.row()))
                        .toList()));
        assertThat(findings.listed()).as("seed %d", seed).isSortedAccordingTo(Comparator.comparingInt(RowError::row));
        for (FindingCount count : findings.counts()) {
            List<Integer> standsIn = all.values().stream()
                    .flatMap(Collection::stream)
                    .filter(finding ->
                            finding.code() == count.code() && finding.column().equals(count.column()))
                    .map(RowError::row)
                    .toList();
            assertThat(count.count()).as("seed %d, %s", seed, count).isEqualTo(standsIn.size());
            assertThat(count.firstRows())
                    .as("seed %d, %s", seed, count)
                    .isEqualTo(standsIn.stream()
                            .distinct()
                            .limit(FindingTallies.FIRST_ROWS)
                            .toList());
        }
    }

    private static List<RowError> errors(List<RowError> findings) {
        return findings.stream().filter(FindingsTest::isError).toList();
    }

    private static boolean isError(RowError finding) {
        return finding.severity() == Severity.ERROR;
    }

    private static RowError finding(int row, String column, RowErrorCode code) {
        return new RowError(row, column, code, List.of(), null);
    }
}
