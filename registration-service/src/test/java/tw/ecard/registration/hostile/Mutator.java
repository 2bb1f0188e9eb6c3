package tw.ecard.registration.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes bytes at random, always the same ones for the same random numbers. */
final class Mutator {

    private static final int MOST_CHANGES = 4;
    private static final int LARGEST_BLOCK = 256;

    private static final List<String> NUMBERS = List.of(
            "",
            "0",
            "-1",
            "1e308",
            "NaN",
            "0x7f",
            "16384",
            "65536",
            "1048577",
            "2147483647",
            "2147483648",
            "4294967296",
            "9223372036854775808",
            "99999999999999999999999999999999999999");

    private static final List<String> TOKENS = List.of(
            "<",
            ">",
            "/>",
            "\"",
            "'",
            "&amp;",
            "&#0;",
            "&#x110000;",
            "&x;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?x y?>",
            "<!DOCTYPE x [<!ENTITY a 'b'>]>",
            " xmlns:a='b'",
            "<x:y>",
            "_xD800_",
            "\0",
            "\uFEFF",
            "\u202E",
            "𠮷",
            "\"\"",
            ",",
            "\t",
            ";",
            "\r",
            "\n",
            "\r\n",
            "<row r='1'>",
            "</row>",
            "<c r='ZZZZZZ1' t='s'><v>-1</v></c>",
            "<c t='inlineStr'><is><t>",
            "<c t='d'><v>2006-01-01</v></c>",
            "</sheetData>",
            "<si><t>",
            "</si>",
            " t='s'",
            " s='99'",
            " table:number-rows-repeated='1048576'",
            " table:number-columns-repeated='16384'",
            "<text:s text:c='2147483647'/>",
            "<table:table>",
            "</table:table>",
            "</table:table-row>",
            " office:value-type='date' office:date-value='2006-01-01'",
            " office:value-type='float' office:value='1e308'");

    private static final long[] BINARY = {0, 1, -1, 0x7F, 0x80, 0x7FFF, 0x8000, 0x2020, 0x7FFF_FFFF, 0x8000_0000L};

    private final Random random;
    private final boolean binary;

    /** @param binary whether numbers are written as bytes */
    Mutator(Random random, boolean binary) {
        this.random = random;
        this.binary = binary;
    }

    /** One to four changes: of any kind, or only of kinds that leave XML well formed, which get further in. */
    byte[] mutate(byte[] original, byte[] other) {
        boolean gentle = random.nextBoolean();
        byte[] bytes = original;
        for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
            byte[] present = bytes.length == 0 ? new byte[1] : bytes;
            bytes = gentle ? gentleChange(present) : change(present, other);
        }
        return bytes;
    }

    private byte[] gentleChange(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(4)) {
            case 0 -> number(bytes, at);
            case 1 -> digit(bytes, at);
            default -> {
                if (binary) {
                    yield binaryNumber(bytes, at);
                }
                boolean xml = indexOf(bytes, '<', 0) < bytes.length;
                yield xml ? element(bytes, at) : replaced(bytes, at, at, utf8(pick(TOKENS)));
            }
        };
    }

    private byte[] change(byte[] bytes, byte[] other) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(1 + random.nextInt(LARGEST_BLOCK), bytes.length - at);
        return switch (random.nextInt(12)) {
            case 0 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 1 -> with(bytes, at, (byte) random.nextInt());
            case 2 -> replaced(bytes, at, at, noise(1 + random.nextInt(8)));
            case 3 -> replaced(bytes, at, at + length, new byte[0]);
            case 4 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
            case 5 -> replaced(bytes, at, at + length, block(other));
            case 6 -> spliced(bytes, at, other);
            case 7 -> binaryNumber(bytes, at);
            case 8 -> number(bytes, at);
            case 9 -> replaced(bytes, at, at, utf8(pick(TOKENS)));
            case 10 -> tag(bytes, at);
            default -> Arrays.copyOf(bytes, at);
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    private byte[] block(byte[] other) {
        int at = random.nextInt(other.length);
        return Arrays.copyOfRange(other, at, Math.min(other.length, at + 1 + random.nextInt(LARGEST_BLOCK)));
    }

    private byte[] spliced(byte[] bytes, int at, byte[] other) {
        int from = random.nextInt(other.length);
        return replaced(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
    }

    /** An extreme number of two, four or eight bytes in the order of Microsoft's formats. */
    private byte[] binaryNumber(byte[] bytes, int at) {
        int size = 2 << random.nextInt(3);
        long value = random.nextInt(4) == 0 ? bytes.length - random.nextInt(3) : BINARY[random.nextInt(BINARY.length)];
        byte[] number = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        byte[] changed = bytes.clone();
        System.arraycopy(number, 0, changed, at, Math.min(size, bytes.length - at));
        return changed;
    }

    /** An extreme number in place of the next one that is written in digits. */
    private byte[] number(byte[] bytes, int at) {
        int start = at;
        while (start < bytes.length && !isDigit(bytes[start])) {
            start++;
        }
        int end = start;
        while (end < bytes.length && isDigit(bytes[end])) {
            end++;
        }
        return replaced(bytes, start, end, utf8(pick(NUMBERS)));
    }

    /** The next tag twice, or not at all, or in another place. */
    private byte[] tag(byte[] bytes, int at) {
        int start = indexOf(bytes, '<', at);
        int end = indexOf(bytes, '>', start) + 1;
        if (end > bytes.length) {
            return bytes;
        }
        byte[] tag = Arrays.copyOfRange(bytes, start, end);
        return switch (random.nextInt(3)) {
            case 0 -> replaced(bytes, start, end, new byte[0]);
            case 1 -> replaced(bytes, start, start, tag);
            default -> {
                int elsewhere = random.nextInt(bytes.length);
                yield replaced(bytes, elsewhere, elsewhere, tag);
            }
        };
    }

    /** The next element with all it holds, twice, or not at all, or behind the one that follows it. */
    private byte[] element(byte[] bytes, int at) {
        String xml = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = xml.indexOf('<', at);
        int nameEnd = start + 1;
        while (start >= 0 && nameEnd < xml.length() && " />\n".indexOf(xml.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        int end = start < 0 ? -1 : endOfElement(xml, start, xml.substring(start + 1, nameEnd));
        if (end < 0) {
            return bytes;
        }
        byte[] element = Arrays.copyOfRange(bytes, start, end);
        return switch (random.nextInt(3)) {
            case 0 -> replaced(bytes, start, end, new byte[0]);
            case 1 -> replaced(bytes, start, start, element);
            default -> {
                int next = xml.indexOf('<', random.nextInt(xml.length()));
                yield next < 0 ? bytes : replaced(bytes, next, next, element);
            }
        };
    }

    /** Roughly: an element in one of its own name ends too early. */
    private static int endOfElement(String xml, int start, String name) {
        int tagEnd = xml.indexOf('>', start);
        if (tagEnd < 0 || name.startsWith("/") || name.startsWith("?") || name.startsWith("!")) {
            return -1;
        }
        if (xml.charAt(tagEnd - 1) == '/') {
            return tagEnd + 1;
        }
        int close = xml.indexOf("</" + name + ">", tagEnd);
        return close < 0 ? -1 : close + name.length() + 3;
    }

    private byte[] digit(byte[] bytes, int at) {
        int digit = at;
        while (digit < bytes.length && !isDigit(bytes[digit])) {
            digit++;
        }
        return digit == bytes.length ? bytes : with(bytes, digit, (byte) ('0' + random.nextInt(10)));
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static int indexOf(byte[] bytes, char c, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != c) {
            at++;
        }
        return at;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + by.length);
        out.write(bytes, 0, from);
        out.writeBytes(by);
        out.write(bytes, to, bytes.length - to);
        return out.toByteArray();
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
