package tw.ecard.registration.roster;

import tw.ecard.registration.roster.annotation.AnnotatedCopy;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

/** What an annotated copy is called: as its original, and that it is annotated. */
final class AnnotatedName {

    private static final String MARK = "-錯誤說明";
    private static final int LONGEST_EXTENSION = 5;

    private AnnotatedName() {}

    /** Says once that it is annotated, also in a second round, and ends as files of the copy's format do. */
    static String of(String original, SpreadsheetFormat format) {
        int dot = original.lastIndexOf('.');
        boolean hasExtension = dot > 0 && original.length() - dot <= LONGEST_EXTENSION;
        String name = hasExtension ? original.substring(0, dot) : original;
        return name + (name.endsWith(MARK) ? "" : MARK) + "."
                + AnnotatedCopy.formatOf(format).extension();
    }
}
