package tw.ecard.registration.reader;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Dates as people in Taiwan write them, in the year of the Republic or of the common era: {@code 0950101},
 * {@code 950101}, {@code 95/1/1}, {@code 95.1.1}, {@code 民國95年1月1日}, {@code 20060101}, {@code 2006-01-01}. Seven
 * digits are a year of the Republic and eight one of the common era; with separators a year below 1000 is one of the
 * Republic.
 */
public final class RocDates {

    private static final int FIRST_YEAR = 1911;

    private RocDates() {}

    /** The date, or null for what is none: another form, or a day that does not exist. */
    public static LocalDate parse(String text) {
        String compact = PlainText.compact(text);
        String date = compact.startsWith("民國") ? compact.substring(2) : compact;
        if (date.length() > 12) {
            return null;
        }
        return isDigits(date) ? fromDigits(date, date != compact) : fromParts(date, date != compact);
    }

    /** Whether the text is written in the template's seven digits, or with a year of four digits that leads. */
    static boolean isUnmistakable(String text) {
        return isDigits(text)
                ? text.length() >= 7
                : text.length() > 4
                        && isDigits(text.substring(0, 4))
                        && (text.charAt(4) == '-' || text.charAt(4) == '/');
    }

    private static boolean isDigits(String text) {
        return PlainText.areDigits(text, 0);
    }

    private static LocalDate fromDigits(String digits, boolean republic) {
        int number = digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits);
        int year = number / 10_000;
        return switch (digits.length()) {
            case 6, 7 -> date(FIRST_YEAR + year, number, year > 0);
            case 8 -> date(year, number, year > FIRST_YEAR - 100 && !republic);
            default -> null;
        };
    }

    private static LocalDate date(int year, int number, boolean plausible) {
        return plausible ? date(year, number / 100 % 100, number % 100) : null;
    }

    private static LocalDate fromParts(String date, boolean republic) {
        int[] parts = new int[3];
        int part = 0;
        int digits = 0;
        for (int i = 0; i < date.length(); i++) {
            char c = date.charAt(i);
            if (c >= '0' && c <= '9') {
                if (part > 2 || ++digits > 4) {
                    return null;
                }
                parts[part] = parts[part] * 10 + (c - '0');
            } else if (digits == 0 || !separates(date, i, part)) {
                return null;
            } else {
                part++;
                digits = 0;
            }
        }
        boolean complete = part == 2 && digits > 0 || part == 3;
        int year = parts[0];
        if (!complete || year == 0 || republic && year >= 1000) {
            return null;
        }
        return date(year < 1000 ? FIRST_YEAR + year : year, parts[1], parts[2]);
    }

    /** Whether the character ends the part of that index; a date keeps to one way of separating. */
    private static boolean separates(String date, int at, int part) {
        char c = date.charAt(at);
        if (c == '年' || c == '月' || c == '日') {
            return c == "年月日".charAt(part) && (part == 0 || date.indexOf('年') > 0);
        }
        boolean sign = c == '/' || c == '.' || c == '-';
        return sign && (part == 0 || part == 1 && date.indexOf(c) < at);
    }

    private static LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
