package tw.ecard.registration.reader;

/**
 * The national identification number of a citizen with household registration (國民身分證統一編號): a letter, 1 or 2 for
 * the sex, seven digits and a check digit [Ministry of the Interior, 2003]. The third character tells people who were
 * naturalised or came from elsewhere (6 to 9) from the others; all of them are nationals.
 *
 * <p>The shape alone decides whether a number is of a national: a resident's number is not a mistyped national's.
 */
public record NationalId(String value) {

    /** The two digits of each letter from A on; I, O, W and Z were put at the end when they were introduced. */
    private static final int[] LETTERS = {
        10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33
    };

    private static final int LENGTH = 10;
    private static final int RESIDENCE_PERMIT_LENGTH = 12;

    public NationalId {
        if (flawOf(value) != null) {
            throw new IllegalArgumentException("not a national ID");
        }
    }

    /** Reads what stands in a cell; a number that had to be tidied carries {@link Flaw#VALUE_NORMALISED}. */
    public static Parsed<NationalId> parse(String text) {
        String compact = PlainText.compact(text);
        Flaw flaw = flawOf(compact);
        if (flaw != null) {
            return Parsed.refused(flaw);
        }
        NationalId id = new NationalId(compact);
        return compact.equals(text.strip()) ? Parsed.of(id) : Parsed.remarked(id, Flaw.VALUE_NORMALISED);
    }

    private static Flaw flawOf(String text) {
        if (text.length() == RESIDENCE_PERMIT_LENGTH && PlainText.areDigits(text, 0)) {
            return Flaw.RESIDENCE_PERMIT_SERIAL;
        }
        if (text.length() != LENGTH || !isLetter(text.charAt(0)) || !PlainText.areDigits(text, 2)) {
            return Flaw.NATIONAL_ID_FORMAT;
        }
        return switch (text.charAt(1)) {
            case '1', '2' -> checksum(text) % 10 == 0 ? null : Flaw.NATIONAL_ID_CHECKSUM;
            // Residents since 2021; 7 in third place marks a national without household registration.
            case '8', '9' -> text.charAt(2) == '7' ? Flaw.NEEDS_MANUAL_REVIEW : Flaw.NOT_ROC_NATIONAL;
            // Residents before; A and B were also given to nationals without household registration.
            case 'A', 'B' -> Flaw.NEEDS_MANUAL_REVIEW;
            case 'C', 'D' -> Flaw.NOT_ROC_NATIONAL;
            default -> Flaw.NATIONAL_ID_FORMAT;
        };
    }

    private static int checksum(String text) {
        int letter = LETTERS[text.charAt(0) - 'A'];
        int sum = letter / 10 + letter % 10 * 9 + (text.charAt(9) - '0');
        for (int i = 1; i <= 8; i++) {
            sum += (text.charAt(i) - '0') * (9 - i);
        }
        return sum;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    public Sex sex() {
        return value.charAt(1) == '1' ? Sex.MALE : Sex.FEMALE;
    }

    /** The number as a positive long of at most 35 bits, in the order of the texts: for sets of millions of them. */
    long packed() {
        long packed = value.charAt(0) - 'A' + 1;
        for (int i = 1; i < LENGTH; i++) {
            packed = packed * 10 + (value.charAt(i) - '0');
        }
        return packed;
    }

    /** The number out of {@link #packed}. */
    static NationalId unpack(long packed) {
        char[] text = new char[LENGTH];
        long rest = packed;
        for (int i = LENGTH - 1; i > 0; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        text[0] = (char) ('A' + rest - 1);
        return new NationalId(new String(text));
    }

    /** {@code A12*****89}. */
    public String masked() {
        return Masking.value(value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
