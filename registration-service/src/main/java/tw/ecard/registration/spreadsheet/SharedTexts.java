package tw.ecard.registration.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * The texts that an xlsx keeps apart from its rows. A roster of a million people has millions of them, so they are held
 * as UTF-8 in pages of bytes and become strings only when a cell asks; the few that repeat (a class, a category) are
 * kept as cells. Those of a part are read no further than the cells have come: writers number texts as they meet them,
 * so rows can be worked on while later texts are still packed.
 */
final class SharedTexts implements AutoCloseable {

    private static final int PAGE_BITS = 16;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int POSITION_BITS = 12;
    private static final int POSITIONS = 1 << POSITION_BITS;
    private static final int RECENT = 1 << 10;
    private static final int CUT_FLAG = 0x8000;

    private final long maxBytes;
    private final List<byte[]> pages = new ArrayList<>();
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final int[] recentIndex = new int[RECENT];
    private final Cell[] recentCell = new Cell[RECENT];
    private final ByteBuffer scratch;
    private XmlCursor part;
    private TextBuffer buffer;
    private byte[] page = new byte[0];
    private int used;
    private final List<int[]> positions = new ArrayList<>();
    private int count;

    SharedTexts(SpreadsheetLimits limits) {
        this.maxBytes = limits.maxSharedTextBytes();
        this.scratch = ByteBuffer.allocate(3 * limits.maxCellCharacters());
        if (scratch.capacity() + 2 > PAGE / 2) {
            throw new IllegalArgumentException("cells of that length do not fit a page");
        }
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
            } else if (event == XmlCursor.END_DOCUMENT) {
                part.drain();
                close();
            }
        }
        return index < count;
    }

    /** Reads what no cell has asked for, so that the part is known to be whole. */
    void finish() {
        readTo(Integer.MAX_VALUE);
    }

    @Override
    public void close() {
        if (part != null) {
            part.close();
            part = null;
        }
    }

    void add(TextBuffer text) {
        scratch.clear();
        encoder.reset();
        encoder.encode(CharBuffer.wrap(text.chars(), 0, text.length()), scratch, true);
        encoder.flush(scratch);
        int length = scratch.position();
        if (used + 2 + length > page.length) {
            newPage();
        }
        if (count == positions.size() << POSITION_BITS) {
            // In pages as well: to copy what there is into something larger takes as much memory again.
            requireRoom();
            positions.add(new int[POSITIONS]);
        }
        positions.get(count >>> POSITION_BITS)[count & POSITIONS - 1] = (pages.size() - 1) << PAGE_BITS | used;
        count++;
        int header = length | (text.cut() ? CUT_FLAG : 0);
        page[used++] = (byte) (header >> 8);
        page[used++] = (byte) header;
        System.arraycopy(scratch.array(), 0, page, used, length);
        used += length;
    }

    private void newPage() {
        requireRoom();
        page = new byte[PAGE];
        pages.add(page);
        used = 0;
    }

    private void requireRoom() {
        long held = (pages.size() + 1L) * PAGE + (positions.size() + 1L) * POSITIONS * Integer.BYTES;
        if (held > maxBytes || pages.size() == 1 << (31 - PAGE_BITS)) {
            throw new UnreadableSpreadsheet(
                    Reason.TOO_LARGE_UNPACKED, "more shared text than may be held", Long.toString(maxBytes >> 20));
        }
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
            recentCell[slot] = recent;
            recentIndex[slot] = index;
        }
        return formula && !recent.isBlank() ? Cell.text(recent.text(), true, recent.cut()) : recent;
    }

    private Cell decode(int index) {
        int position = positions.get(index >>> POSITION_BITS)[index & POSITIONS - 1];
        byte[] bytes = pages.get(position >>> PAGE_BITS);
        int start = position & PAGE - 1;
        int header = (bytes[start] & 0xFF) << 8 | bytes[start + 1] & 0xFF;
        int length = header & ~CUT_FLAG;
        if (length == 0) {
            return Cell.BLANK;
        }
        String text = new String(bytes, start + 2, length, StandardCharsets.UTF_8);
        return Cell.text(text, false, (header & CUT_FLAG) != 0);
    }
}
