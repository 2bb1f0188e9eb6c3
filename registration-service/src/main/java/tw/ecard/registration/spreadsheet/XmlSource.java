package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** The bytes of one XML part, in UTF-8, seen through a window that moves over them. */
final class XmlSource {

    private static final int WINDOW = 1 << 14;

    /** Bytes behind the present place that stay in sight. */
    private static final int BEHIND = 2;

    private static final boolean[] PLAIN = plain();

    private final InputStream utf8;
    private byte[] bytes = new byte[WINDOW];
    private int at;
    private int end;
    private XmlName lastName;

    XmlSource(InputStream part) {
        this.utf8 = XmlEncoding.utf8(part);
    }

    /** Characters that mean themselves wherever they stand. */
    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        Arrays.fill(plain, ' ', plain.length, true);
        for (char special : "<&>\"'".toCharArray()) {
            plain[special] = false;
        }
        return plain;
    }

    /** The byte at the present place, −1 at the end of the part. */
    int peek() {
        return at < end || fill(Math.max(0, at - BEHIND)) ? bytes[at] & 0xFF : -1;
    }

    /** Passes the byte that {@link #peek} gave. */
    void pass() {
        at++;
    }

    /** Takes the byte at the present place; a part that ends here is damaged. */
    int take() {
        int next = peek();
        if (next < 0) {
            throw UnreadableSpreadsheet.damaged("XML that breaks off");
        }
        at++;
        return next;
    }

    void expect(char wanted) {
        if (take() != wanted) {
            throw notWellFormed();
        }
    }

    /** Passes these bytes, which must be what comes next. */
    void expect(byte[] wanted) {
        for (byte b : wanted) {
            if (at == end ? take() != (b & 0xFF) : bytes[at++] != b) {
                throw notWellFormed();
            }
        }
    }

    /** Passes these characters of ASCII if they are what comes next; says whether they were. */
    boolean passIf(String wanted) {
        while (end - at < wanted.length() && fill(Math.max(0, at - BEHIND))) {
            // Few parts end within a mark.
        }
        for (int i = 0; i < wanted.length(); i++) {
            if (at + i >= end || bytes[at + i] != wanted.charAt(i)) {
                return false;
            }
        }
        at += wanted.length();
        return true;
    }

    /** Passes white space; says whether there was any. */
    boolean passSpace() {
        boolean any = false;
        while (isSpace(peek())) {
            at++;
            any = true;
        }
        return any;
    }

    static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Whether the byte before the present one, and the one before that, are this. */
    boolean isBehindTwo(char wanted) {
        return at >= BEHIND && bytes[at - 1] == wanted && bytes[at - 2] == wanted;
    }

    /**
     * Takes a name: everything up to what cannot be part of one. Sheets repeat themselves, so the name that followed the
     * last one before is looked for first.
     */
    XmlName takeName(XmlNames names) {
        XmlName likely = lastName == null ? null : lastName.successor();
        if (likely != null && isNext(likely.bytes())) {
            at += likely.bytes().length;
            lastName = likely;
        } else {
            XmlName taken = takeAnyName(names);
            if (lastName != null) {
                lastName.isFollowedBy(taken);
            }
            lastName = taken;
        }
        return lastName;
    }

    /** Whether the name that comes next, and in sight, is this. Names differ at their ends, behind a common prefix. */
    private boolean isNext(byte[] name) {
        int behind = at + name.length;
        if (behind >= end || bytes[behind] < 0 || XmlNames.isPart(bytes[behind])) {
            return false;
        }
        for (int i = name.length - 1; i >= 0; i--) {
            if (bytes[at + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    private XmlName takeAnyName(XmlNames names) {
        int start = at;
        int hash = 0;
        while (true) {
            if (at == end) {
                int length = at - start;
                if (!fill(start)) {
                    throw UnreadableSpreadsheet.damaged("XML that breaks off");
                }
                start = at - length;
            }
            byte b = bytes[at];
            if (b >= 0 && !XmlNames.isPart(b)) {
                return names.of(bytes, start, at, hash);
            }
            hash = hash * 31 + b;
            at++;
        }
    }

    /**
     * Copies characters that mean themselves, as they come.
     *
     * @return where the target is filled to: up to the limit, or the source stands before another character or its end
     */
    int copyPlain(char[] target, int from, int limit) {
        int to = from;
        do {
            int stop = Math.min(end, at + limit - to);
            int i = at;
            while (i < stop && bytes[i] >= 0 && PLAIN[bytes[i]]) {
                target[to++] = (char) bytes[i++];
            }
            at = i;
        } while (to < limit && at == end && fill(at - Math.min(at, BEHIND)));
        return to;
    }

    /** Takes a character of two, three or four bytes. */
    int takeWide() {
        while (end - at < 4 && fill(Math.max(0, at - BEHIND))) {
            // Few parts end within a character.
        }
        int first = bytes[at] & 0xFF;
        int character;
        if (first >= 0xE0 && first < 0xF0) {
            character = (first & 0x0F) << 12 | following(1) << 6 | following(2);
            at += 3;
            if (character < 0x800 || character >= 0xD800 && character < 0xE000 || character >= 0xFFFE) {
                throw notWellFormed();
            }
        } else if (first >= 0xC2 && first < 0xE0) {
            character = (first & 0x1F) << 6 | following(1);
            at += 2;
        } else {
            character = (first & 0x07) << 18 | following(1) << 12 | following(2) << 6 | following(3);
            at += 4;
            if (first < 0xF0 || first > 0xF4 || !Character.isSupplementaryCodePoint(character)) {
                throw notWellFormed();
            }
        }
        return character;
    }

    /** Passes any one character; a part that ends here is damaged. */
    void passCharacter() {
        int c = peek();
        if (c >= 0x80) {
            takeWide();
        } else if (c >= ' ' || isSpace(c)) {
            at++;
        } else {
            throw notWellFormed();
        }
    }

    private int following(int offset) {
        if (at + offset >= end || (bytes[at + offset] & 0xC0) != 0x80) {
            throw notWellFormed();
        }
        return bytes[at + offset] & 0x3F;
    }

    static UnreadableSpreadsheet notWellFormed() {
        return UnreadableSpreadsheet.damaged("XML that is not well formed");
    }

    /** Moves the window to begin at a place in it and takes in more; false where there is no more. */
    private boolean fill(int from) {
        System.arraycopy(bytes, from, bytes, 0, end - from);
        at -= from;
        end -= from;
        if (end == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        try {
            int count = utf8.read(bytes, end, bytes.length - end);
            end += Math.max(0, count);
            return count > 0;
        } catch (CharacterCodingException e) {
            throw new UnreadableSpreadsheet(UnreadableSpreadsheet.Reason.DAMAGED, "XML that is no text", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
