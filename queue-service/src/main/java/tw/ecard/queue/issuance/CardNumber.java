package tw.ecard.queue.issuance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number on a digital library card: {@code EC}, the ROC year of issuance in three digits, the serial within that year
 * in eight, and a Luhn digit over those eleven.
 *
 * @param rocYear year of the Republic of China, 1 to 999
 * @param serial 1 to 99,999,999
 */
public record CardNumber(int rocYear, int serial) {
    static final int LAST_SERIAL = 99_999_999;
    private static final Pattern FORM = Pattern.compile("EC(\\d{3})(\\d{8})(\\d)");

    public CardNumber {
        if (rocYear < 1 || rocYear > 999) {
            throw new IllegalArgumentException("ROC year out of range: " + rocYear);
        }
        if (serial < 1 || serial > LAST_SERIAL) {
            throw new IllegalArgumentException("serial out of range: " + serial);
        }
    }

    /**
     * Reads a number as it is printed.
     *
     * @throws IllegalArgumentException when the form or the check digit is wrong
     */
    public static CardNumber parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a card number");
        }
        CardNumber number = new CardNumber(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        if (number.checkDigit() != Integer.parseInt(matcher.group(3))) {
            throw new IllegalArgumentException("wrong check digit");
        }
        return number;
    }

    /** As it is printed, for example {@code EC115000000014}. */
    @Override
    public String toString() {
        return "EC" + payload() + checkDigit();
    }

    private String payload() {
        return "%03d%08d".formatted(rocYear, serial);
    }

    /** Luhn: from the right, every second digit beginning with the last one is doubled, and its digits are added. */
    private int checkDigit() {
        String digits = payload();
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted / 10 + weighted % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
