package tw.ecard.registration.reader;

import java.util.List;

/**
 * One row of the national numbering plan for landlines: an area code, which digits may follow it, and how many digits
 * there are in all behind it. The longer code is tried first and decides: 037… is Miaoli, never Taoyuan's 03.
 */
record AreaCode(String prefix, String next, int minDigits, int maxDigits) {

    private static final String ANY = "0123456789";
    private static final String FROM_2 = "23456789";

    private static final List<AreaCode> LONGEST_FIRST = List.of(
            new AreaCode("0836", ANY, 5, 6),
            new AreaCode("037", FROM_2, 6, 7),
            new AreaCode("049", ANY, 6, 7),
            new AreaCode("082", ANY, 6, 6),
            new AreaCode("089", ANY, 6, 6),
            new AreaCode("070", ANY, 8, 8),
            new AreaCode("02", FROM_2, 8, 8),
            new AreaCode("03", ANY, 7, 8),
            new AreaCode("04", ANY, 7, 8),
            new AreaCode("05", ANY, 7, 7),
            new AreaCode("06", ANY, 7, 7),
            new AreaCode("07", FROM_2, 7, 8),
            new AreaCode("08", "478", 7, 7));

    /** Whether the digits are a landline number of the plan, area code and all. */
    static boolean admits(String digits) {
        for (AreaCode area : LONGEST_FIRST) {
            if (digits.startsWith(area.prefix)) {
                int rest = digits.length() - area.prefix.length();
                return rest >= area.minDigits
                        && rest <= area.maxDigits
                        && area.next.indexOf(digits.charAt(area.prefix.length())) >= 0;
            }
        }
        return false;
    }
}
