package tw.ecard.registration.spreadsheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;

/** Numbers as people typed them, and the days that numbers stand for. */
final class CellNumbers {

    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate BEFORE_1900_AFTER_FEBRUARY = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_OF_1904 = LocalDate.of(1904, 1, 1);

    /** The last day a spreadsheet knows, 9999-12-31, in either system. */
    private static final int LAST_SERIAL = 2_958_465;

    /** Programs compute in doubles and show 15 digits: 95010.100000000006 was typed as 95010.1. */
    private static final MathContext AS_SHOWN = new MathContext(15);

    /** Whole numbers below have no more digits than are shown. */
    private static final double MOST_DIGITS = 1e15;

    private CellNumbers() {}

    /** Digits without an exponent; what is no number of a spreadsheet comes back as it is. */
    static String plain(String raw) {
        if (isDigits(raw)) {
            return raw;
        }
        try {
            double value = Double.parseDouble(raw);
            double size = Math.abs(value);
            if (value == 0) {
                return "0";
            }
            // Beyond these sizes plain digits would fill pages, and no column of people's data holds such a number.
            if (raw.length() > 40 || size > 1e18 || size < 1e-9 || Double.isNaN(value)) {
                return raw;
            }
            return new BigDecimal(raw.strip())
                    .round(AS_SHOWN)
                    .stripTrailingZeros()
                    .toPlainString();
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    static String plain(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < MOST_DIGITS;
        return whole ? Long.toString((long) value) : plain(Double.toString(value));
    }

    private static boolean isDigits(String raw) {
        if (raw.isEmpty() || raw.length() > 15 || raw.charAt(0) == '0' && raw.length() > 1) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** The day of a serial number, null where there is none. Hours are dropped. */
    static LocalDate day(String raw, boolean from1904) {
        try {
            return day(Double.parseDouble(raw), from1904);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static LocalDate day(double value, boolean from1904) {
        if (!(value >= 0 && value < LAST_SERIAL + 1)) {
            return null;
        }
        int serial = (int) value;
        if (from1904) {
            return START_OF_1904.plusDays(serial);
        }
        // The 1900 system has a 29 February 1900, which never was: serial 60.
        if (serial == 0 || serial == 60) {
            return null;
        }
        return serial < 60 ? BEFORE_1900.plusDays(serial) : BEFORE_1900_AFTER_FEBRUARY.plusDays(serial);
    }

    /** The day of an ISO date or date-time, null where there is none. */
    static LocalDate isoDay(String raw) {
        String text = raw.strip();
        if (text.length() > 10 && text.charAt(10) != 'T') {
            return null;
        }
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }
}
