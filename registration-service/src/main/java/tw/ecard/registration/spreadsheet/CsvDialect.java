package tw.ecard.registration.spreadsheet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What divides the fields of a text file, as seen in its first records: titles above the header have no fields, so the
 * record with the most decides.
 */
record CsvDialect(char delimiter) {

    private static final int RECORDS = 10;
    private static final char[] DELIMITERS = {'\t', ',', ';'};

    /** The dialect of a file that starts like this; empty for what is no text, a markup, or not divided at all. */
    static Optional<CsvDialect> of(byte[] head) {
        String text = decode(head);
        if (text.chars().anyMatch(CsvDialect::isNoText) || isMarkup(text.stripLeading())) {
            return Optional.empty();
        }
        int[] most = mostInOneRecord(text);
        int best = 0;
        for (int i = 1; i < DELIMITERS.length; i++) {
            best = most[i] > most[best] ? i : best;
        }
        return most[best] == 0 ? Optional.empty() : Optional.of(new CsvDialect(DELIMITERS[best]));
    }

    /** Neither UTF-8 nor Big5 uses the bytes of a delimiter or a quote within another character. */
    private static String decode(byte[] head) {
        CsvEncoding marked = CsvEncoding.byMark(head);
        boolean bytewise = marked == null || marked.charset().equals(StandardCharsets.UTF_8);
        Charset charset = bytewise ? StandardCharsets.ISO_8859_1 : marked.charset();
        int skipped = marked == null ? 0 : marked.skipped();
        return new String(head, skipped, head.length - skipped, charset);
    }

    /** Old systems leave page feeds and an end-of-file mark; other control characters are those of a binary file. */
    private static boolean isNoText(int c) {
        return c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f' && c != 0x0B && c != 0x1A;
    }

    private static boolean isMarkup(String text) {
        return text.startsWith("<") || text.startsWith("{") || text.startsWith("[") || text.startsWith("%");
    }

    private static int[] mostInOneRecord(String text) {
        int[] most = new int[DELIMITERS.length];
        int[] inRecord = new int[DELIMITERS.length];
        boolean quoted = false;
        boolean fieldStarts = true;
        int records = 0;
        for (int i = 0; i < text.length() && records < RECORDS; i++) {
            char c = text.charAt(i);
            if (c == '"' && (quoted || fieldStarts)) {
                quoted = !quoted;
                fieldStarts = true;
                continue;
            }
            fieldStarts = c == '\n' || c == '\r';
            if (quoted) {
                continue;
            }
            if (c == '\n') {
                inRecord = new int[DELIMITERS.length];
                records++;
            }
            for (int d = 0; d < DELIMITERS.length; d++) {
                if (c == DELIMITERS[d]) {
                    most[d] = Math.max(most[d], ++inRecord[d]);
                    fieldStarts = true;
                }
            }
        }
        return most;
    }
}
