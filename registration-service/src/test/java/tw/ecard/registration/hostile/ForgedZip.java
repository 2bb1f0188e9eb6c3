package tw.ecard.registration.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a zip field by field, so that each of them can lie. */
final class ForgedZip {

    private static final int DIRECTORY_SIGNATURE = 0x02014B50;
    private static final int LOCAL_SIGNATURE = 0x04034B50;
    private static final int END_SIGNATURE = 0x06054B50;

    /** What the headers of one part say; the data stands as it is. */
    static final class Part {
        byte[] name;
        byte[] data;
        int method;
        int flags = 0x800;
        long crc;
        long compressedSize;
        long size;
        byte[] extra = new byte[0];
        /** Where the directory says that the part begins; -1 for where it really does. */
        long offset = -1;
        /** Whether the part is only named by the directory. */
        boolean withoutData;
    }

    private final List<Part> parts = new ArrayList<>();
    private byte[] prefix = new byte[0];
    private byte[] suffix = new byte[0];
    private byte[] comment = new byte[0];
    private int entries = -1;
    private int disk;
    private long directoryOffset = -1;

    static ForgedZip of(Map<String, String> contents) {
        ForgedZip zip = new ForgedZip();
        contents.forEach((name, content) -> zip.add(name, content.getBytes(StandardCharsets.UTF_8)));
        return zip;
    }

    Part add(String name, byte[] content) {
        Part part = new Part();
        part.name = name.getBytes(StandardCharsets.UTF_8);
        part.data = deflated(content);
        part.method = 8;
        part.crc = crc(content);
        part.compressedSize = part.data.length;
        part.size = content.length;
        parts.add(part);
        return part;
    }

    /** A further name for what another part holds. */
    Part alias(String name, Part target) {
        Part part = new Part();
        part.name = name.getBytes(StandardCharsets.UTF_8);
        part.data = target.data;
        part.method = target.method;
        part.crc = target.crc;
        part.compressedSize = target.compressedSize;
        part.size = target.size;
        part.withoutData = true;
        part.offset = -2;
        parts.add(part);
        return part;
    }

    ForgedZip change(String name, Consumer<Part> change) {
        parts.stream()
                .filter(part -> new String(part.name, StandardCharsets.UTF_8).equals(name))
                .forEach(change);
        return this;
    }

    ForgedZip prefix(byte[] bytes) {
        prefix = bytes;
        return this;
    }

    ForgedZip suffix(byte[] bytes) {
        suffix = bytes;
        return this;
    }

    ForgedZip comment(byte[] bytes) {
        comment = bytes;
        return this;
    }

    ForgedZip claimEntries(int count) {
        entries = count;
        return this;
    }

    ForgedZip claimDisk(int number) {
        disk = number;
        return this;
    }

    ForgedZip claimDirectoryAt(long offset) {
        directoryOffset = offset;
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(prefix);
        long[] offsets = new long[parts.size()];
        long lastReal = 0;
        for (int i = 0; i < offsets.length; i++) {
            Part part = parts.get(i);
            if (!part.withoutData) {
                lastReal = out.size();
                out.writeBytes(local(part));
                out.writeBytes(part.data);
            }
            offsets[i] = part.offset >= 0 ? part.offset : lastReal;
        }
        int directory = out.size();
        for (int i = 0; i < offsets.length; i++) {
            out.writeBytes(entry(parts.get(i), offsets[i]));
        }
        out.writeBytes(end(directory, out.size() - directory));
        out.writeBytes(suffix);
        return out.toByteArray();
    }

    private static byte[] local(Part part) {
        ByteBuffer header = buffer(30 + part.name.length + part.extra.length);
        header.putInt(LOCAL_SIGNATURE).putShort((short) 20).putShort((short) part.flags);
        common(header, part);
        return header.put(part.name).put(part.extra).array();
    }

    private static byte[] entry(Part part, long offset) {
        ByteBuffer header = buffer(46 + part.name.length + part.extra.length);
        header.putInt(DIRECTORY_SIGNATURE).putShort((short) 20).putShort((short) 20);
        header.putShort((short) part.flags);
        common(header, part);
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        return header.putInt((int) offset).put(part.name).put(part.extra).array();
    }

    private static void common(ByteBuffer header, Part part) {
        header.putShort((short) part.method).putInt(0x5A210000).putInt((int) part.crc);
        header.putInt((int) part.compressedSize).putInt((int) part.size);
        header.putShort((short) part.name.length).putShort((short) part.extra.length);
    }

    private byte[] end(int directory, int size) {
        int count = entries < 0 ? parts.size() : entries;
        ByteBuffer end = buffer(22 + comment.length).putInt(END_SIGNATURE);
        end.putShort((short) disk)
                .putShort((short) disk)
                .putShort((short) count)
                .putShort((short) count);
        end.putInt(size).putInt((int) (directoryOffset < 0 ? directory : directoryOffset));
        return end.putShort((short) comment.length).put(comment).array();
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 13];
        while (!deflater.finished()) {
            out.write(chunk, 0, deflater.deflate(chunk));
        }
        deflater.end();
        return out.toByteArray();
    }

    static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
