package tw.ecard.registration.spreadsheet;

/** Collects the text of one cell, up to a limit; what goes beyond it is only noted. Filled again for every cell. */
final class TextBuffer {

    private final char[] chars;
    private int length;
    private boolean cut;

    TextBuffer(int limit) {
        this.chars = new char[limit];
    }

    void clear() {
        length = 0;
        cut = false;
    }

    void append(char[] source, int start, int count) {
        int room = Math.min(count, chars.length - length);
        System.arraycopy(source, start, chars, length, room);
        length += room;
        cut |= room < count;
    }

    void append(char c) {
        if (length < chars.length) {
            chars[length++] = c;
        } else {
            cut = true;
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    int length() {
        return length;
    }

    char[] chars() {
        return chars;
    }

    boolean cut() {
        return cut;
    }

    /** Characters that still fit. */
    int room() {
        return chars.length - length;
    }

    /** A non-negative int written in digits alone, −1 for anything else. */
    int toIndex() {
        if (length == 0 || length > 9) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            int digit = chars[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Decodes {@code _x000D_}, as xlsx writes characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
    void unescape() {
        int first = 0;
        while (first < length && chars[first] != '_') {
            first++;
        }
        int to = first;
        for (int from = first; from < length; from++) {
            int code = chars[from] == '_' ? escapedAt(from) : -1;
            if (code < 0) {
                chars[to++] = chars[from];
            } else {
                chars[to++] = (char) code;
                from += 6;
            }
        }
        length = to;
    }

    /**
     * Writes the text as UTF-8, at most three bytes a character. Half of a pair, which UTF-8 cannot hold, becomes a
     * question mark there and here.
     *
     * @return how many bytes were written
     */
    int encode(byte[] target) {
        int to = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c < 0x80) {
                target[to++] = (byte) c;
            } else if (c < 0x800) {
                target[to++] = (byte) (0xC0 | c >> 6);
                target[to++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c)) {
                target[to++] = (byte) (0xE0 | c >> 12);
                target[to++] = (byte) (0x80 | c >> 6 & 0x3F);
                target[to++] = (byte) (0x80 | c & 0x3F);
            } else if (i + 1 < length && Character.isSurrogatePair(c, chars[i + 1])) {
                int character = Character.toCodePoint(c, chars[++i]);
                target[to++] = (byte) (0xF0 | character >> 18);
                target[to++] = (byte) (0x80 | character >> 12 & 0x3F);
                target[to++] = (byte) (0x80 | character >> 6 & 0x3F);
                target[to++] = (byte) (0x80 | character & 0x3F);
            } else {
                chars[i] = '?';
                target[to++] = '?';
            }
        }
        return to;
    }

    private int escapedAt(int start) {
        if (start + 7 > length || chars[start + 1] != 'x' || chars[start + 6] != '_') {
            return -1;
        }
        int code = 0;
        for (int i = start + 2; i < start + 6; i++) {
            int digit = Character.digit(chars[i], 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
