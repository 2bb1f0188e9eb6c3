package tw.ecard.registration.application;

/**
 * 收文號: ROC year and seven digits, without gaps within a year.
 *
 * @param text ten digits, {@code 1150000001}
 */
public record ReceiptNumber(String text) {

    private static final int LAST = 9_999_999;

    /** The number for the n-th application of the ROC year. */
    public static ReceiptNumber of(int rocYear, long number) {
        if (number < 1 || number > LAST) {
            throw new IllegalArgumentException("a year has " + LAST + " receipt numbers");
        }
        return new ReceiptNumber("%03d%07d".formatted(rocYear, number));
    }
}
