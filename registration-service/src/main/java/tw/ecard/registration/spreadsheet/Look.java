package tw.ecard.registration.spreadsheet;

import java.util.Locale;

/** How a cell that is written looks, where its format has looks. Colours are those by which spreadsheets say good and bad. */
public enum Look {
    PLAIN(false, null, null),
    HEADER(true, null, null),
    REQUIRED_HEADER(true, "C00000", null),
    ERROR(false, "9C0006", "FFC7CE"),
    WARNING(false, "7F6000", "FFEB9C"),
    /** A text of several lines that belongs to its row. */
    NOTE(false, "9C0006", null);

    private final boolean bold;
    private final String color;
    private final String background;

    Look(boolean bold, String color, String background) {
        this.bold = bold;
        this.color = color;
        this.background = background;
    }

    boolean bold() {
        return bold;
    }

    /** RGB in hexadecimal digits, null for the usual one. */
    String color() {
        return color;
    }

    /** RGB in hexadecimal digits, null for none. */
    String background() {
        return background;
    }

    boolean wraps() {
        return this == NOTE;
    }

    /** The name of the style in an ods. */
    String styleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
