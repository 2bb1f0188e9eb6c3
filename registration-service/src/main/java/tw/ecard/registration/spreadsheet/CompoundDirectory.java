package tw.ecard.registration.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands at the top of a compound file. What is embedded further down, such as a table within a document, is not
 * looked at.
 */
record CompoundDirectory(Entry root, Map<String, Entry> entries) {

    private static final int ENTRY = 128;
    private static final int MAX_NAME = 64;
    private static final int NOBODY = -1;

    /** Where a stream starts, and its bytes. */
    record Entry(int start, long size) {}

    /** @param shortSizes whether only the lower half of a size counts, as in files of small sectors */
    static CompoundDirectory read(byte[] bytes, boolean shortSizes) {
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int count = bytes.length / ENTRY;
        if (count == 0) {
            throw UnreadableSpreadsheet.damaged("no directory");
        }
        Map<String, Entry> entries = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        BitSet seen = new BitSet(count);
        Deque<Integer> siblings = new ArrayDeque<>();
        siblings.push(all.getInt(76));
        while (!siblings.isEmpty()) {
            int index = siblings.pop();
            if (index == NOBODY) {
                continue;
            }
            if (index <= 0 || index >= count || seen.get(index)) {
                throw UnreadableSpreadsheet.damaged("a directory that leads nowhere");
            }
            seen.set(index);
            int at = index * ENTRY;
            int nameBytes = Math.min(MAX_NAME, Math.max(2, all.getShort(at + MAX_NAME))) - 2;
            entries.put(new String(bytes, at, nameBytes, StandardCharsets.UTF_16LE), entry(all, at, shortSizes));
            siblings.push(all.getInt(at + 68));
            siblings.push(all.getInt(at + 72));
        }
        return new CompoundDirectory(entry(all, 0, shortSizes), entries);
    }

    private static Entry entry(ByteBuffer all, int at, boolean shortSizes) {
        long size = all.getLong(at + 120);
        long counted = shortSizes ? size & 0xFFFF_FFFFL : size;
        return new Entry(all.getInt(at + 116), counted < 0 ? Long.MAX_VALUE - 1 : counted);
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    Entry entry(String name) {
        return entries.get(name);
    }
}
