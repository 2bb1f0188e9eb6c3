package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.input.ReaderInputStream;

/**
 * Gives any XML part as UTF-8 (XML 1.0, appendix F): what begins with a mark or in wide characters is what it looks like,
 * everything else what its declaration says. Nearly every part is UTF-8 already and passes as it is.
 */
final class XmlEncoding {

    /** More than any declaration. */
    private static final int BEGINNING = 512;

    private static final Pattern DECLARATION = Pattern.compile("<\\?xml\\s+version\\s*=\\s*([\"'])(1\\.[01])\\1"
            + "(?:\\s+encoding\\s*=\\s*([\"'])([A-Za-z][A-Za-z0-9._-]*)\\3)?"
            + "(?:\\s+standalone\\s*=\\s*([\"'])(?:yes|no)\\5)?\\s*\\?>");
    private static final Pattern BEGINS_DECLARATION = Pattern.compile("<\\?xml\\s");

    private XmlEncoding() {}

    static InputStream utf8(InputStream part) {
        try {
            PushbackInputStream source = new PushbackInputStream(part, BEGINNING);
            byte[] beginning = source.readNBytes(BEGINNING);
            int mark = markLength(beginning);
            Charset wide = wide(beginning);
            Charset encoding = declared(
                    new String(
                            beginning,
                            mark,
                            beginning.length - mark,
                            wide == null ? StandardCharsets.ISO_8859_1 : wide),
                    wide);
            source.unread(beginning, mark, beginning.length - mark);
            return encoding.equals(StandardCharsets.UTF_8) ? source : transcoded(source, encoding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream transcoded(InputStream source, Charset encoding) throws IOException {
        return ReaderInputStream.builder()
                .setReader(new InputStreamReader(
                        source,
                        encoding.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)))
                .setCharset(StandardCharsets.UTF_8)
                .get();
    }

    private static int markLength(byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        if (begins(start, 0, 0, 0xFE, 0xFF) || begins(start, 0xFF, 0xFE, 0, 0)) {
            return 4;
        }
        return begins(start, 0xFE, 0xFF) || begins(start, 0xFF, 0xFE) ? 2 : 0;
    }

    /** The encoding of characters of two or four bytes; null where they have one or several. */
    private static Charset wide(byte[] start) {
        if (begins(start, 0, 0, 0xFE, 0xFF) || begins(start, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        }
        if (begins(start, 0xFF, 0xFE, 0, 0) || begins(start, '<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (begins(start, 0xFE, 0xFF) || begins(start, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        return begins(start, 0xFF, 0xFE) || begins(start, '<', 0) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean begins(byte[] start, int... bytes) {
        boolean begins = start.length >= bytes.length;
        for (int i = 0; begins && i < bytes.length; i++) {
            begins = (start[i] & 0xFF) == bytes[i];
        }
        return begins;
    }

    private static Charset declared(String start, Charset wide) {
        Matcher declaration = DECLARATION.matcher(start);
        if (!declaration.lookingAt()) {
            if (BEGINS_DECLARATION.matcher(start).lookingAt()) {
                throw UnreadableSpreadsheet.damaged("an XML declaration that is none");
            }
            return wide == null ? StandardCharsets.UTF_8 : wide;
        }
        if (wide != null) {
            return wide;
        }
        String name = declaration.group(4);
        return name == null ? StandardCharsets.UTF_8 : ofBytes(name);
    }

    private static Charset ofBytes(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.startsWith("UTF-16") || upper.startsWith("UTF-32") || upper.startsWith("UCS")) {
            throw UnreadableSpreadsheet.damaged("XML in another encoding than it declares");
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableSpreadsheet(UnreadableSpreadsheet.Reason.DAMAGED, "XML in an encoding that is none", e);
        }
    }
}
