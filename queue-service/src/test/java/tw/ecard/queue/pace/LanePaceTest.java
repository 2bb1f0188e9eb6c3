package tw.ecard.queue.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.ecard.queue.lane.Lane;

/** The reckoning that registration-service does too: both keep to the same vectors. */
class LanePaceTest {

    private static final List<LocalDate> WEEKDAYS = LocalDate.of(2026, 11, 24)
            .datesUntil(LocalDate.of(2026, 12, 25))
            .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
            .toList();

    @ParameterizedTest
    @MethodSource("vectors")
    void a_case_is_expected_when_the_contract_says(
            Lane lane, int workingDays, int cases, long readers, Standing through, LocalDate today, String expected) {
        LanePace pace = new LanePace(lane, LocalDate.of(2026, 11, 23), workingDays, cases, readers, WEEKDAYS);

        Forecast forecast = pace.forecast(through, today);

        String unknown = forecast.isOpen() ? "TOO_LITTLE_HISTORY" : "BEYOND_CALENDAR";
        assertThat(forecast.day().map(LocalDate::toString).orElse(unknown)).isEqualTo(expected);
        assertThat(pace.isEnough()).isEqualTo(!expected.equals("TOO_LITTLE_HISTORY"));
    }

    static Stream<Object[]> vectors() throws IOException {
        return Files.readAllLines(Path.of("../contracts/vectors/expected-date.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(","))
                .map(cell -> new Object[] {
                    Lane.valueOf(cell[0]),
                    Integer.valueOf(cell[1]),
                    Integer.valueOf(cell[2]),
                    Long.valueOf(cell[3]),
                    new Standing(Long.parseLong(cell[4]), Long.parseLong(cell[5])),
                    LocalDate.parse(cell[6]),
                    cell[7]
                });
    }
}
