package tw.ecard.kit.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Days and years as the country counts them: Asia/Taipei, years of the Republic (ROC year = AD year − 1911). */
public final class Taipei {

    public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

    private static final int YEARS_BEFORE_THE_REPUBLIC = 1911;

    private Taipei() {}

    /** The day that it is in Taipei at the instant. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The instant with Taipei's offset, as answers show it. */
    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atZone(ZONE).toOffsetDateTime();
    }

    /** The ROC year of the day: 115 for 2026. */
    public static int rocYear(LocalDate day) {
        return day.getYear() - YEARS_BEFORE_THE_REPUBLIC;
    }

    /** The day as people read it: {@code 115年12月2日}. */
    public static String rocDate(LocalDate day) {
        return rocYear(day) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
