package tw.ecard.kit.http;

/**
 * The revision of a thing that changes, shown as a strong ETag.
 *
 * @param number raised by every change
 */
public record Revision(long number) {

    /** The revision that the caller saw; 428 when it does not say, 412 when it names none of ours. */
    public static Revision required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new HttpRefusal.RevisionRequired();
        }
        String tag = ifMatch.strip();
        if (!tag.matches("\"\\d{1,18}\"")) {
            throw new HttpRefusal.StaleRevision();
        }
        return new Revision(Long.parseLong(tag.substring(1, tag.length() - 1)));
    }

    /** Refuses with 412 unless this is the present revision. */
    public void mustBe(long present) {
        if (number != present) {
            throw new HttpRefusal.StaleRevision();
        }
    }

    /** As ETag header. */
    public String etag() {
        return "\"" + number + "\"";
    }
}
