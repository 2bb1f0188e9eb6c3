package tw.ecard.registration.spreadsheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages of bytes that are written once and read at any time: the first ones stay in memory, those beyond go to a file,
 * sealed, and only the ones in use come back. So what is held has a bound, whatever the number of pages.
 */
final class TextPages implements AutoCloseable {

    static final int PAGE = 1 << 16;

    /** 12 MiB in all: the texts of more people than nearly any school has. */
    private static final int HELD = 176;

    private static final int IN_USE = 16;

    private final List<byte[]> held = new ArrayList<>();
    private final Map<Integer, byte[]> inUse = new LinkedHashMap<>(2 * IN_USE, 0.75f, true);
    private SealedPageFile file;
    private int count;

    int count() {
        return count;
    }

    /** Takes the page over; its number is the count before. */
    void add(byte[] page) {
        if (count < HELD) {
            held.add(page);
        } else {
            if (file == null) {
                file = SealedPageFile.create(PAGE);
            }
            file.write(count - HELD, page);
            use(count, page);
        }
        count++;
    }

    byte[] get(int number) {
        if (number < HELD) {
            return held.get(number);
        }
        byte[] page = inUse.get(number);
        if (page == null) {
            page = file.read(number - HELD);
            use(number, page);
        }
        return page;
    }

    private void use(int number, byte[] page) {
        if (inUse.size() == IN_USE) {
            inUse.remove(inUse.keySet().iterator().next());
        }
        inUse.put(number, page);
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
