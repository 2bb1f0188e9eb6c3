package tw.ecard.registration.spreadsheet;

import java.util.List;

/**
 * The one way in which a file is refused, whatever is in it. The reason is stable and the parameters are what a message
 * needs to name (a limit, a format); neither holds anything out of the file.
 */
public final class UnreadableSpreadsheet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a file cannot be read, one code for each thing its sender can do about it. */
    public enum Reason {
        /** Not a workbook of any kind. */
        NOT_A_SPREADSHEET,
        /** A workbook of a format that is recognised and not accepted; the parameter names it. */
        FORMAT_NOT_ACCEPTED,
        /** Protected by a password. */
        ENCRYPTED,
        /** A workbook that carries macros. */
        MACRO_ENABLED,
        /** The end of the file is missing, as after a broken transfer. */
        TRUNCATED,
        /** The content contradicts itself or its checksum. */
        DAMAGED,
        /** A text file whose bytes are text in none of the encodings that are read. */
        UNKNOWN_ENCODING,
        /** A text file with a quote that is never closed; parameter: the record in which it was opened. */
        OPEN_QUOTE,
        /** Built as no office program builds a file: bombs, repeated names, a document type definition. */
        SUSPICIOUS,
        /** Larger than the limit; parameter: MiB. */
        TOO_LARGE,
        /** Larger than the limit once unpacked; parameter: MiB. */
        TOO_LARGE_UNPACKED,
        /** More rows than the limit; parameter: rows. */
        TOO_MANY_ROWS,
        /** More columns than the limit; parameter: columns. */
        TOO_MANY_COLUMNS,
        /** Not read to its end in the time allowed. */
        TOO_SLOW
    }

    private final Reason reason;
    private final transient List<String> parameters;

    UnreadableSpreadsheet(Reason reason, String detail, Throwable cause, String... parameters) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
        this.parameters = List.of(parameters);
    }

    UnreadableSpreadsheet(Reason reason, String detail, String... parameters) {
        this(reason, detail, null, parameters);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> parameters() {
        return parameters == null ? List.of() : parameters;
    }

    /** @param column the one that is too many, from 1 */
    public static UnreadableSpreadsheet tooManyColumns(int column, int limit) {
        return new UnreadableSpreadsheet(
                Reason.TOO_MANY_COLUMNS, "content in column " + column, Integer.toString(limit));
    }

    static UnreadableSpreadsheet damaged(String detail) {
        return new UnreadableSpreadsheet(Reason.DAMAGED, detail);
    }

    static UnreadableSpreadsheet suspicious(String detail) {
        return new UnreadableSpreadsheet(Reason.SUSPICIOUS, detail);
    }
}
