package tw.ecard.registration.spreadsheet;

import java.time.LocalDate;

/**
 * One cell. {@code text} is what a person would have typed: plain digits for a number, never an exponent; an ISO date
 * for a date. A blank cell is {@link #BLANK}, so no cell is ever null.
 *
 * @param kind what the file says the cell holds
 * @param text the value as text, cut to the limit of characters
 * @param date the day, for {@link Kind#DATE} only
 * @param formula whether the value was computed; it is the one the program that saved the file had cached
 * @param cut whether the text was longer than the limit
 */
public record Cell(Kind kind, String text, LocalDate date, boolean formula, boolean cut) {

    public enum Kind {
        BLANK,
        TEXT,
        NUMBER,
        DATE,
        BOOLEAN,
        /** A computation that failed, such as {@code #N/A}. */
        ERROR
    }

    public static final Cell BLANK = new Cell(Kind.BLANK, "", null, false, false);

    static Cell text(String text, boolean formula, boolean cut) {
        return new Cell(Kind.TEXT, text, null, formula, cut);
    }

    static Cell number(String plain, boolean formula) {
        return new Cell(Kind.NUMBER, plain, null, formula, false);
    }

    static Cell date(LocalDate day, boolean formula) {
        return new Cell(Kind.DATE, day.toString(), day, formula, false);
    }

    static Cell bool(boolean value, boolean formula) {
        return new Cell(Kind.BOOLEAN, value ? "TRUE" : "FALSE", null, formula, false);
    }

    static Cell error(String code, boolean formula) {
        return new Cell(Kind.ERROR, code, null, formula, false);
    }

    public boolean isBlank() {
        return kind == Kind.BLANK;
    }

    /** Reveals nothing of the value: cells hold people's data and end up in messages by accident. */
    @Override
    public String toString() {
        return "Cell[" + kind + (formula ? ", formula" : "") + (cut ? ", cut" : "") + "]";
    }
}
