package tw.ecard.registration.spreadsheet;

/**
 * A cell to be written: its text, its look, and what is said about it beside it.
 *
 * @param text empty for a blank cell
 * @param comment null for none; formats without comments leave it out
 */
public record StyledText(String text, Look look, String comment) {

    public static final StyledText BLANK = plain("");

    public StyledText(String text, Look look) {
        this(text, look, null);
    }

    public static StyledText plain(String text) {
        return new StyledText(text, Look.PLAIN);
    }

    /** Reveals nothing of the text: cells hold people's data and end up in messages by accident. */
    @Override
    public String toString() {
        return "StyledText[" + look + "]";
    }
}
