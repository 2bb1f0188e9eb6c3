package tw.ecard.registration.card;

/**
 * The number of a digital library card: {@code EC}, ROC year of issuance (3 digits), serial (8 digits), Luhn digit over
 * those eleven. Example: {@code EC115000000014}.
 */
public record CardNumber(String text) {

    /** The number for a serial of the year. */
    static CardNumber of(int rocYear, long serial) {
        String digits = "%03d%08d".formatted(rocYear, serial);
        return new CardNumber("EC" + digits + luhn(digits));
    }

    /** From the right, every second digit counts twice; the check digit makes the sum a multiple of ten. */
    private static int luhn(String digits) {
        int sum = 0;
        boolean twice = true;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int value = twice ? 2 * digit : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public String toString() {
        return text;
    }
}
