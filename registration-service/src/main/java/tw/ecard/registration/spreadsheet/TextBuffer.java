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
        int to = 0;
        for (int from = 0; from < length; from++) {
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
