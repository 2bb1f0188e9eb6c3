package tw.ecard.kit.event;

/**
 * The JSON text of an event on both sides of its sequence number, so that the statement that draws the number can record
 * the event with it.
 *
 * @param before ends where the number begins
 * @param after begins where the number ends
 */
public record UnnumberedEvent(String before, String after) {

    static final int NO_NUMBER = 0;

    /** Splits a text in which {@link #NO_NUMBER} stands as the last property of this name. */
    static UnnumberedEvent of(String text, String property) {
        // Quotes within a text are escaped: what looks like the property is one.
        String name = '"' + property + "\":";
        int number = text.lastIndexOf(name + NO_NUMBER) + name.length();
        return new UnnumberedEvent(text.substring(0, number), text.substring(number + 1));
    }

    /** The whole text. */
    public String numbered(long sequence) {
        return before + sequence + after;
    }
}
