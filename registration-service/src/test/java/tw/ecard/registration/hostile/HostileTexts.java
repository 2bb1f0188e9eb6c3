package tw.ecard.registration.hostile;

import static tw.ecard.registration.hostile.End.ACCEPTED;
import static tw.ecard.registration.hostile.End.ROWS_WRONG;

import java.util.ArrayList;
import java.util.List;
import tw.ecard.registration.hostile.HostileFile.Content;
import tw.ecard.registration.spreadsheet.Workbooks;

/** Good files whose cells hold text that is aimed at whoever reads it next. */
final class HostileTexts {

    private static final int NAME = 0;
    private static final int NATIONAL_ID = 1;
    private static final int EMAIL = 9;
    private static final int ADDRESS = 11;
    private static final int REMARKS = 12;

    private final List<HostileFile> files = new ArrayList<>();

    static List<HostileFile> all() {
        HostileTexts texts = new HostileTexts();
        texts.add("a name that turns its direction", NAME, "王\u202E明小\u202C", ACCEPTED);
        texts.add("a name in an isolate", NAME, "\u2066王小明\u2069", ACCEPTED);
        texts.add("a name with spaces of no width", NAME, "王\u200B小\u200D明\uFEFF", ACCEPTED);
        texts.add("a name that nobody sees", NAME, "\u200B\u202E\u2060\u3164", ROWS_WRONG);
        texts.add("a name of private characters", NAME, "王\uE000明", ACCEPTED);
        texts.add("a name of squares", NAME, "王■□", ACCEPTED);
        texts.add("a name of a letter under 49 marks", NAME, "a" + "\u0300".repeat(49), ACCEPTED);
        texts.add("a name of a letter under 500 marks", NAME, "a" + "\u0300".repeat(500), ROWS_WRONG);
        texts.add("a name beyond the first plane", NAME, "王𠮷𪚥", ACCEPTED);
        texts.add("a name of pictures", NAME, "👨‍👩‍👧‍👦", ACCEPTED);
        texts.add("a name of tags", NAME, "王\uDB40\uDC41\uDB40\uDC42明", ACCEPTED);
        texts.add("a name that computes", NAME, "=cmd|'/c calc'!A0", ACCEPTED);
        texts.add("a name of markup", NAME, "<script>alert(1)</script>", ACCEPTED);
        texts.add("a name of SQL", NAME, "王'); DROP TABLE reader;--", ACCEPTED);
        texts.add("a name of a format", NAME, "%s%n%x {0} ${env:HOME} #{1+1}", ACCEPTED);
        texts.add("a name that asks a logger to look things up", NAME, "${jndi:ldap://127.0.0.1:1/a}", ACCEPTED);
        texts.add("a national ID in other digits", NATIONAL_ID, "A１２３４５６７８９", ACCEPTED);
        texts.add("a national ID in Arabic digits", NATIONAL_ID, "A١٢٣٤٥٦٧٨٩", ROWS_WRONG);
        texts.add("a national ID in Greek", NATIONAL_ID, "Α123456789", ROWS_WRONG);
        texts.add("an address with line breaks for headers", ADDRESS, "a\r\nSet-Cookie: x=1\r\n\r\n", ACCEPTED);
        texts.add("an email that breaks its header", EMAIL, "a@example.edu.tw\r\nBcc: b@example.edu.tw", ROWS_WRONG);
        texts.add("an email of two hundred dots", EMAIL, "a@" + "a.".repeat(200) + "tw", ROWS_WRONG);
        texts.add("an email of quotes", EMAIL, "\"" + "\\\"".repeat(100) + "\"@example.edu.tw", ROWS_WRONG);
        texts.add("an email of punycode", EMAIL, "a@xn--" + "9".repeat(60) + ".tw", ROWS_WRONG);
        texts.add("remarks of a thousand characters", REMARKS, "備".repeat(1_000), ACCEPTED);
        texts.add("remarks of a thousand and one", REMARKS, "備".repeat(1_001), ROWS_WRONG);
        texts.add("remarks cut within a character", REMARKS, "備".repeat(999) + "𠮷", ROWS_WRONG);
        texts.headers();
        return texts.files;
    }

    private void add(String name, int column, String value, End end) {
        List<List<Object>> rows = List.of(RosterParts.headers(), RosterParts.person(column, value));
        files.add(new HostileFile("text: " + name, Content.of(Workbooks.zip(RosterParts.xlsx(rows))), end));
    }

    private void headers() {
        List<List<Object>> rows = RosterParts.table(2);
        List<Object> headers = new ArrayList<>(rows.get(0));
        for (int i = 0; i < 80; i++) {
            headers.add("<img src=x onerror=alert(" + i + ")>\u202E=1+1");
        }
        rows.set(0, headers);
        files.add(new HostileFile(
                "text: eighty headers that nobody knows", Content.of(Workbooks.zip(RosterParts.xlsx(rows))), ACCEPTED));
        List<List<Object>> hidden = RosterParts.table(2);
        hidden.set(
                0,
                hidden.get(0).stream()
                        .<Object>map(name -> "\u200B*" + name + "\u202C")
                        .toList());
        files.add(new HostileFile(
                "text: headers between invisible characters",
                Content.of(Workbooks.zip(RosterParts.xlsx(hidden))),
                ACCEPTED));
    }
}
