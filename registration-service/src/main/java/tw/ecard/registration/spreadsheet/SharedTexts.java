package tw.ecard.registration.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * The texts that a workbook keeps apart from its rows. A roster of a million people has millions of them, so they lie as
 * UTF-8 in pages of bytes, of which few are in memory, and become strings only when a cell asks; the ones that repeat (a
 * class, a category) are kept as cells. A page has its texts at the front and where each begins at the back. Those of a
 * part are read no further than the cells have come: writers number texts as they meet them, so rows can be worked on
 * while later texts are still packed.
 */
final class SharedTexts implements AutoCloseable {

    private static final int SMALL_PAGE = 1 << 14;
    private static final int LARGE_PAGE = 1 << 16;
    private static final int BEGIN = 2;
    private static final int HEADER = 2;
    private static final int RECENT = 1 << 10;
    private static final int CUT_FLAG = 0x8000;

    private final long maxBytes;
    private final int pageSize;
    private final TextPages pages;
    private final int[] recentIndex = new int[RECENT];
    private final Cell[] recentCell = new Cell[RECENT];
    private final byte[] scratch;
    private XmlCursor part;
    private TextBuffer buffer;
    /** Of each page that is full, the index of its first text. */
    private int[] firsts = new int[1 << 6];

    private byte[] page;
    private int used;
    private int firstOfPage;
    private int count;

    SharedTexts(SpreadsheetLimits limits) {
        this.maxBytes = limits.maxSharedTextBytes();
        this.scratch = new byte[3 * limits.maxCellCharacters()];
        int longest = scratch.length + HEADER + BEGIN;
        if (longest > LARGE_PAGE / 2) {
            throw new IllegalArgumentException("cells of that length do not fit a page");
        }
        this.pageSize = longest > SMALL_PAGE / 2 ? LARGE_PAGE : SMALL_PAGE;
        this.pages = new TextPages(pageSize);
        this.page = new byte[pageSize];
    }

    /** The texts of a part, to be read as they are asked for. */
    static SharedTexts of(XmlCursor part, SpreadsheetLimits limits) {
        SharedTexts texts = new SharedTexts(limits);
        texts.part = part;
        texts.buffer = new TextBuffer(limits.maxCellCharacters());
        return texts;
    }

    /** Reads on to a text; false where there are fewer. */
    private boolean readTo(int index) {
        while (index >= count && part != null) {
            int event = part.next();
            if (event == XmlCursor.START && part.name().equals("si")) {
                buffer.clear();
                XlsxText.append(part, buffer);
                add(buffer);
                if (index == count - 1) {
                    // Asked for as it is read, as nearly all are: no need to take it from its page again.
                    keep(index, buffer.isEmpty() ? Cell.BLANK : Cell.text(buffer.toString(), false, buffer.cut()));
                }
            } else if (event == XmlCursor.END_DOCUMENT) {
                part.drain();
                closePart();
            }
        }
        return index < count;
    }

    /** Reads what no cell has asked for, so that the part is known to be whole. */
    void finish() {
        readTo(Integer.MAX_VALUE);
    }

    /** Ends reading the part; the texts stay. */
    private void closePart() {
        if (part != null) {
            part.close();
            part = null;
        }
    }

    @Override
    public void close() {
        try {
            closePart();
        } finally {
            pages.close();
        }
    }

    void add(TextBuffer text) {
        int length = text.encode(scratch);
        if (used + HEADER + length > beginOf(count)) {
            turnPage();
        }
        if (used == 0) {
            admitPage();
        }
        putShort(page, beginOf(count), used);
        putShort(page, used, length | (text.cut() ? CUT_FLAG : 0));
        System.arraycopy(scratch, 0, page, used + HEADER, length);
        used += HEADER + length;
        count++;
    }

    private void admitPage() {
        if ((pages.count() + 1L) * pageSize > maxBytes) {
            throw new UnreadableSpreadsheet(
                    Reason.TOO_LARGE_UNPACKED, "more shared text than may be kept", Long.toString(maxBytes >> 20));
        }
    }

    private void turnPage() {
        if (pages.count() == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * firsts.length);
        }
        firsts[pages.count()] = firstOfPage;
        pages.add(page);
        page = new byte[pageSize];
        used = 0;
        firstOfPage = count;
    }

    /** Where the present page says where a text of it begins. */
    private int beginOf(int index) {
        return pageSize - BEGIN * (index - firstOfPage + 1);
    }

    /** The cell that refers to a text; an index that no text has is a fault of the file. */
    Cell cell(int index, boolean formula) {
        if (index < 0 || index >= count && !readTo(index)) {
            throw UnreadableSpreadsheet.damaged("a shared text that is not there");
        }
        int slot = index & RECENT - 1;
        Cell recent = recentCell[slot];
        if (recent == null || recentIndex[slot] != index) {
            recent = decode(index);
            keep(index, recent);
        }
        return formula && !recent.isBlank() ? Cell.text(recent.text(), true, recent.cut()) : recent;
    }

    private void keep(int index, Cell cell) {
        recentCell[index & RECENT - 1] = cell;
        recentIndex[index & RECENT - 1] = index;
    }

    private Cell decode(int index) {
        if (index >= firstOfPage) {
            return decode(page, index - firstOfPage);
        }
        int found = Arrays.binarySearch(firsts, 0, pages.count(), index);
        int number = found < 0 ? -found - 2 : found;
        return decode(pages.get(number), index - firsts[number]);
    }

    private static Cell decode(byte[] bytes, int place) {
        int start = getShort(bytes, bytes.length - BEGIN * (place + 1));
        int header = getShort(bytes, start);
        int length = header & ~CUT_FLAG;
        if (length == 0) {
            return Cell.BLANK;
        }
        String text = new String(bytes, start + HEADER, length, StandardCharsets.UTF_8);
        return Cell.text(text, false, (header & CUT_FLAG) != 0);
    }

    private static void putShort(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    private static int getShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
