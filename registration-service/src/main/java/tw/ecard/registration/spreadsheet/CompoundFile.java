package tw.ecard.registration.spreadsheet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/**
 * The container of Microsoft's older formats [MS-CFB]: a file system of sectors in chains. Excel also puts an xlsx with
 * a password into one. Of a stream only the places of its sectors are held, so what a file says about its size costs
 * nothing that the file does not have.
 */
final class CompoundFile {

    static final byte[] SIGNATURE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    /** Streams below this size are kept in pieces of 64 bytes within one stream of their own. */
    private static final int MINI_CUTOFF = 4096;

    private static final int MINI_SHIFT = CompoundStream.UNIT_SHIFT;
    private static final int HEADER = 512;
    private static final int FAT_SECTORS_IN_HEADER = 109;
    private static final int MAX_DIRECTORY = 1 << 20;
    private static final int END_OF_CHAIN = -2;
    private static final int FREE = -1;

    private final SourceChannel channel;
    private final ByteBuffer header;
    private final int sectorShift;
    private final int sectors;
    private final int[] fat;
    private final CompoundDirectory directory;

    CompoundFile(SourceChannel channel) {
        this.channel = channel;
        byte[] head = channel.peek(0, HEADER);
        if (head.length < HEADER) {
            throw truncated();
        }
        this.header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        this.sectorShift = header.getShort(30);
        boolean known = sectorShift == 9 || sectorShift == 12;
        if (!known || header.getShort(32) != MINI_SHIFT || header.getInt(56) != MINI_CUTOFF) {
            throw UnreadableSpreadsheet.damaged("a compound file of no known build");
        }
        long sectorsWithHeader = (channel.size() - 1 >> sectorShift) + 1;
        this.sectors = (int) Math.min(Integer.MAX_VALUE >> 1, sectorsWithHeader - 1);
        this.fat = readFat();
        CompoundStream entries = stream(header.getInt(48), Long.MAX_VALUE);
        if (entries.size() > MAX_DIRECTORY) {
            throw UnreadableSpreadsheet.suspicious("a directory without end");
        }
        this.directory = CompoundDirectory.read(entries.bytes(), sectorShift == 9);
    }

    boolean has(String name) {
        return directory.has(name);
    }

    /** The stream of a name that is there. */
    CompoundStream stream(String name) {
        CompoundDirectory.Entry entry = directory.entry(name);
        if (entry.size() > channel.size()) {
            throw truncated();
        }
        return entry.size() < MINI_CUTOFF ? miniStream(entry) : stream(entry.start(), entry.size());
    }

    /** A stream of whole sectors; of a size not known, as far as its chain goes. */
    private CompoundStream stream(int start, long size) {
        int wanted = (int) Math.min(sectors, (size - 1 >> sectorShift) + 1);
        int[] places = new int[Math.min(wanted, 1 << 10)];
        int count = 0;
        for (int sector = start; sector != END_OF_CHAIN && count < wanted; sector = fat[sector]) {
            if (count == places.length) {
                places = Arrays.copyOf(places, Math.min(wanted, count * 2));
            }
            requireSector(sector);
            places[count++] = sector + 1 << sectorShift - CompoundStream.UNIT_SHIFT;
        }
        long held = (long) count << sectorShift;
        if (size != Long.MAX_VALUE && held < size) {
            throw UnreadableSpreadsheet.damaged("a chain that ends too early");
        }
        return new CompoundStream(channel, places, sectorShift, Math.min(size, held));
    }

    private CompoundStream miniStream(CompoundDirectory.Entry entry) {
        CompoundStream container = stream(directory.root().start(), Long.MAX_VALUE);
        CompoundStream next = stream(header.getInt(60), Long.MAX_VALUE);
        int[] places = new int[(int) (entry.size() + (1 << MINI_SHIFT) - 1 >> MINI_SHIFT)];
        int piece = entry.start();
        for (int i = 0; i < places.length; i++) {
            if (piece < 0 || piece >= container.size() >> MINI_SHIFT || piece >= next.size() >> 2) {
                throw UnreadableSpreadsheet.damaged("a small stream that ends too early");
            }
            places[i] = container.place(piece);
            piece = next.littleEndianInt(4L * piece);
        }
        return new CompoundStream(channel, places, MINI_SHIFT, entry.size());
    }

    /** Which sector follows which. The sectors of this table are named in the header, and then in a chain of lists. */
    private int[] readFat() {
        int[] next = new int[sectors];
        Arrays.fill(next, FREE);
        int read = 0;
        int perSector = 1 << sectorShift - 2;
        for (int i = 0; i < FAT_SECTORS_IN_HEADER && read < sectors; i++, read += perSector) {
            int sector = header.getInt(76 + 4 * i);
            if (sector == FREE) {
                return next;
            }
            readFatSector(sector, next, read);
        }
        int list = header.getInt(68);
        // Each list names another part of the table, so a ring of lists ends when the table is full.
        while (read < sectors && list >= 0) {
            ByteBuffer entries = sector(list);
            for (int i = 0; i < perSector - 1 && read < sectors; i++, read += perSector) {
                int sector = entries.getInt();
                if (sector == FREE) {
                    return next;
                }
                readFatSector(sector, next, read);
            }
            list = entries.getInt((perSector - 1) * 4);
        }
        return next;
    }

    private void readFatSector(int sector, int[] next, int from) {
        sector(sector).asIntBuffer().get(next, from, Math.min(1 << sectorShift - 2, next.length - from));
    }

    private ByteBuffer sector(int number) {
        requireSector(number);
        byte[] bytes = channel.peek(number + 1L << sectorShift, 1 << sectorShift);
        return ByteBuffer.wrap(Arrays.copyOf(bytes, 1 << sectorShift)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void requireSector(int number) {
        if (number < 0) {
            throw UnreadableSpreadsheet.damaged("a chain that leads nowhere");
        }
        if (number >= sectors) {
            throw truncated();
        }
    }

    private static UnreadableSpreadsheet truncated() {
        return new UnreadableSpreadsheet(Reason.TRUNCATED, "a compound file without all its sectors");
    }
}
