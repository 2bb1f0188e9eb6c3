package tw.ecard.registration.roster;

import java.util.regex.Pattern;
import tw.ecard.registration.roster.annotation.AnnotatedCopy;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

/** What an annotated copy is called: as its original, and that it is annotated. */
final class AnnotatedName {

    private static final String MARK = "-錯誤說明";
    /** Names have dots of their own, as in a date: only what is one counts as an extension. */
    private static final Pattern EXTENSION =
            Pattern.compile("(?<=.)\\.(xlsx|xls|ods|csv|txt)$", Pattern.CASE_INSENSITIVE);

    private AnnotatedName() {}

    /** Says once that it is annotated, also in a second round, and ends as files of the copy's format do. */
    static String of(String original, SpreadsheetFormat format) {
        String name = EXTENSION.matcher(original).replaceFirst("");
        return name + (name.endsWith(MARK) ? "" : MARK) + "."
                + AnnotatedCopy.formatOf(format).extension();
    }
}
