package tw.ecard.registration.spreadsheet;

import java.util.Arrays;

/** Characters of texts and of attributes' values, decoded (XML 1.0, 2.11, 3.3.3 and 4.1). */
final class XmlCharacters {

    private final XmlSource source;
    private char[] chars;
    private int length;

    XmlCharacters(XmlSource source, int size) {
        this.source = source;
        this.chars = new char[size];
    }

    char[] chars() {
        return chars;
    }

    int length() {
        return length;
    }

    /** Keeps only the first ones. */
    void cutTo(int characters) {
        length = characters;
    }

    /** Takes text up to the next markup, or as much as fits; an end of the source is an end of the text. */
    void takeText() {
        // Room for a pair.
        int limit = chars.length - 1;
        while (length < limit) {
            length = source.copyPlain(chars, length, limit);
            if (length == limit) {
                return;
            }
            int c = source.peek();
            if (c == '<' || c < 0) {
                return;
            }
            if (c == '>' && source.isBehindTwo(']')) {
                throw XmlSource.notWellFormed();
            }
            takeOther(c);
        }
    }

    /** Takes the value of an attribute and the quotes around it. */
    void takeValue(int most) {
        int quote = source.take();
        if (quote != '"' && quote != '\'') {
            throw XmlSource.notWellFormed();
        }
        int start = length;
        while (true) {
            ensureRoom();
            length = source.copyPlain(chars, length, chars.length - 1);
            if (length - start > most) {
                throw UnreadableSpreadsheet.damaged("an attribute without end");
            }
            int c = source.peek();
            if (c == quote) {
                source.pass();
                return;
            }
            if (c == '<' || c < 0) {
                throw XmlSource.notWellFormed();
            }
            if (length < chars.length - 1) {
                if (XmlSource.isSpace(c)) {
                    takeLineEnd(c);
                    append(' ');
                } else {
                    takeOther(c);
                }
            }
        }
    }

    private void ensureRoom() {
        if (length + 2 > chars.length) {
            chars = Arrays.copyOf(chars, 2 * chars.length);
        }
    }

    /** Takes characters up to the end of a CDATA section; true when it was reached, false when no more fits. */
    boolean takeCharacterData() {
        int limit = chars.length - 1;
        while (length < limit) {
            int c = source.peek();
            if (c == ']' && source.passIf("]]>")) {
                return true;
            }
            if (c < 0) {
                throw XmlSource.notWellFormed();
            }
            takeVerbatim(c);
        }
        return false;
    }

    private void takeOther(int c) {
        if (c == '&') {
            source.pass();
            append(XmlReference.take(source));
        } else {
            takeVerbatim(c);
        }
    }

    private void takeVerbatim(int c) {
        if (c >= 0x80) {
            append(source.takeWide());
        } else if (XmlSource.isSpace(c)) {
            append(takeLineEnd(c));
        } else if (c >= ' ') {
            source.pass();
            append((char) c);
        } else {
            throw XmlSource.notWellFormed();
        }
    }

    /** A carriage return is the end of a line, with or without a line feed behind it. */
    private char takeLineEnd(int c) {
        source.pass();
        if (c == '\r' && source.peek() == '\n') {
            source.pass();
        }
        return c == '\r' ? '\n' : (char) c;
    }

    private void append(int character) {
        if (character < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            chars[length++] = (char) character;
        } else {
            length += Character.toChars(character, chars, length);
        }
    }
}
