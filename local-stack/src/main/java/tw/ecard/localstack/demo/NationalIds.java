package tw.ecard.localstack.demo;

import java.util.Random;

/** Makes national identification numbers with a right check digit. */
final class NationalIds {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
    private static final int FIRST_LETTER_VALUE = 10;

    private NationalIds() {}

    static String random(Random random, boolean female) {
        StringBuilder id = new StringBuilder()
                .append(LETTERS.charAt(random.nextInt(LETTERS.length())))
                .append(female ? 2 : 1)
                .append(random.nextInt(6));
        for (int i = 0; i < 6; i++) {
            id.append(random.nextInt(10));
        }
        return id.append(checkDigit(id)).toString();
    }

    /** The same number with another last digit: what a slip of the finger makes of it. */
    static String mistyped(String id) {
        int last = id.charAt(9) - '0';
        return id.substring(0, 9) + (last + 1) % 10;
    }

    private static int checkDigit(CharSequence nineCharacters) {
        int letter = LETTERS.indexOf(nineCharacters.charAt(0)) + FIRST_LETTER_VALUE;
        int sum = letter / 10 + letter % 10 * 9;
        for (int i = 1; i < 9; i++) {
            sum += (nineCharacters.charAt(i) - '0') * (9 - i);
        }
        return (10 - sum % 10) % 10;
    }
}
