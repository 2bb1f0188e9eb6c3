package tw.ecard.registration.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names of one XML part (Namespaces in XML 1.0), and the namespaces it declares. A workbook has some dozens; more
 * than that would be kept for the whole of the part, so there is an end to them.
 */
final class XmlNames {

    private static final int MAX_NAMES = 2_000;
    private static final int MAX_CHARACTERS = 200_000;
    private static final boolean[] PART = parts();

    private final Map<String, XmlName.Prefix> prefixes = new HashMap<>();
    private final Set<String> namespaces = new HashSet<>();
    private XmlName[] slots = new XmlName[1 << 8];
    private int count;
    private int characters;

    XmlNames() {
        prefix("xml").declare();
    }

    private static boolean[] parts() {
        boolean[] part = new boolean[128];
        Arrays.fill(part, '0', '9' + 1, true);
        Arrays.fill(part, 'A', 'Z' + 1, true);
        Arrays.fill(part, 'a', 'z' + 1, true);
        for (char sign : ":_-.".toCharArray()) {
            part[sign] = true;
        }
        return part;
    }

    /** Whether an ASCII character can stand in a name. */
    static boolean isPart(int c) {
        return PART[c];
    }

    /** The name that these bytes are. */
    XmlName of(byte[] bytes, int from, int to, int hash) {
        int slot = hash & slots.length - 1;
        while (slots[slot] != null) {
            if (isSame(slots[slot].bytes(), bytes, from, to)) {
                return slots[slot];
            }
            slot = slot + 1 & slots.length - 1;
        }
        XmlName name = name(new String(bytes, from, to - from, StandardCharsets.UTF_8), to - from);
        admit(to - from);
        slots[slot] = name;
        if (2 * count > slots.length) {
            grow();
        }
        return name;
    }

    /** A loop, since for so few bytes the call of something clever costs more than the comparison. */
    private static boolean isSame(byte[] name, byte[] bytes, int from, int to) {
        if (name.length != to - from) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if (name[i] != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Admits a namespace that is declared; it is kept only to be counted once. */
    void admitNamespace(String namespace) {
        if (namespaces.add(namespace)) {
            admit(namespace.length());
        }
    }

    private void admit(int length) {
        count++;
        characters += length;
        if (count > MAX_NAMES || characters > MAX_CHARACTERS) {
            throw UnreadableSpreadsheet.suspicious("names without end");
        }
    }

    private void grow() {
        XmlName[] old = slots;
        slots = new XmlName[2 * old.length];
        for (XmlName name : old) {
            if (name != null) {
                int slot = hash(name.bytes()) & slots.length - 1;
                while (slots[slot] != null) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = name;
            }
        }
    }

    /** As the source reckons it byte by byte. */
    private static int hash(byte[] bytes) {
        int hash = 0;
        for (byte b : bytes) {
            hash = hash * 31 + b;
        }
        return hash;
    }

    private XmlName name(String whole, int length) {
        if (whole.getBytes(StandardCharsets.UTF_8).length != length) {
            throw XmlSource.notWellFormed();
        }
        int colon = whole.indexOf(':');
        // The constants that readers compare with are the same objects then.
        String local = whole.substring(colon + 1).intern();
        requireName(local);
        if (colon < 0) {
            return new XmlName(whole, local, null, whole.equals("xmlns"));
        }
        String prefix = whole.substring(0, colon);
        requireName(prefix);
        boolean declares = prefix.equals("xmlns");
        if (declares && (local.equals("xmlns") || local.equals("xml"))) {
            throw XmlSource.notWellFormed();
        }
        return new XmlName(whole, local, prefix(declares ? local : prefix), declares);
    }

    private XmlName.Prefix prefix(String text) {
        return prefixes.computeIfAbsent(text, prefix -> new XmlName.Prefix());
    }

    private static void requireName(String text) {
        boolean named = !text.isEmpty()
                && isStart(text.codePointAt(0))
                && text.codePoints().allMatch(c -> isStart(c) || isFurther(c));
        if (!named) {
            throw XmlSource.notWellFormed();
        }
    }

    /** XML 1.0, production 4, without the colon. */
    private static boolean isStart(int c) {
        return c >= 'A' && c <= 'Z'
                || c == '_'
                || c >= 'a' && c <= 'z'
                || c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7
                || c >= 0x370 && c <= 0x1FFF && c != 0x37E
                || c == 0x200C
                || c == 0x200D
                || c >= 0x2070 && c <= 0x218F
                || c >= 0x2C00 && c <= 0x2FEF
                || c >= 0x3001 && c <= 0xD7FF
                || c >= 0xF900 && c <= 0xFDCF
                || c >= 0xFDF0 && c <= 0xFFFD
                || c >= 0x10000 && c <= 0xEFFFF;
    }

    /** XML 1.0, production 4a: what may stand behind the first character. */
    private static boolean isFurther(int c) {
        return c == '-'
                || c == '.'
                || c >= '0' && c <= '9'
                || c == 0xB7
                || c >= 0x300 && c <= 0x36F
                || c == 0x203F
                || c == 0x2040;
    }
}
