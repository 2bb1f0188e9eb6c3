package tw.ecard.registration.upload;

/** The name that a sender gave its file, fit to be kept and to be shown: no path, no control characters, not endless. */
public final class UploadedName {

    private static final int LONGEST = 120;

    private UploadedName() {}

    /** The tidy name, or the given one where the sender named nothing that is left. */
    public static String of(String sent, String otherwise) {
        if (sent == null) {
            return otherwise;
        }
        String base = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String tidy = base.replaceAll("[\\p{Cntrl}\\p{Cf}\"]", "").strip();
        if (tidy.isEmpty() || tidy.matches("\\.+")) {
            return otherwise;
        }
        int length = tidy.codePointCount(0, tidy.length());
        return length <= LONGEST ? tidy : tidy.substring(tidy.offsetByCodePoints(0, length - LONGEST));
    }
}
