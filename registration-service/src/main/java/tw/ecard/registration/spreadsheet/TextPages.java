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

    /** The texts of more people than nearly any school has. */
    private static final int HELD_BYTES = 12 << 20;

    private static final int IN_USE_BYTES = 1 << 20;

    private final int pageSize;
    private final int mostHeld;
    private final int mostInUse;
    private final List<byte[]> held = new ArrayList<>();
    private final Map<Integer, byte[]> inUse = new LinkedHashMap<>(16, 0.75f, true);
    private SealedPageFile file;
    private int count;

    /** Of small pages more have to be kept in order; of large ones more has to be opened for a single text. */
    TextPages(int pageSize) {
        this.pageSize = pageSize;
        this.mostHeld = HELD_BYTES / pageSize;
        this.mostInUse = IN_USE_BYTES / pageSize;
    }

    int count() {
        return count;
    }

    /** Takes the page over; its number is the count before. */
    void add(byte[] page) {
        if (count < mostHeld) {
            held.add(page);
        } else {
            if (file == null) {
                file = SealedPageFile.create(pageSize);
            }
            file.write(count - mostHeld, page);
            use(count, page);
        }
        count++;
    }

    byte[] get(int number) {
        if (number < mostHeld) {
            return held.get(number);
        }
        byte[] page = inUse.get(number);
        if (page == null) {
            page = file.read(number - mostHeld);
            use(number, page);
        }
        return page;
    }

    private void use(int number, byte[] page) {
        if (inUse.size() == mostInUse) {
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
