package tw.ecard.registration.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;
import tw.ecard.registration.spreadsheet.Workbooks;
import tw.ecard.registration.spreadsheet.XlsFiles;

/**
 * A good roster after some changes. Half of them are changed in the bytes of the file, half in what the container
 * holds, which is then packed again: a changed byte of a zip tests nothing but its checksum.
 *
 * @param inside whether the container is whole
 */
record MutatedFile(SpreadsheetFormat format, boolean inside, byte[] bytes) {

    private static final SpreadsheetFormat[] FORMATS = SpreadsheetFormat.values();
    private static final Map<SpreadsheetFormat, List<byte[]>> GOOD = new EnumMap<>(SpreadsheetFormat.class);

    /** The same for the same two numbers, always. */
    static MutatedFile of(long seed, int index) {
        Random random = new Random(seed * 1_000_003 + index);
        SpreadsheetFormat format = FORMATS[index % FORMATS.length];
        boolean inside = index / FORMATS.length % 2 == 0;
        byte[] good = pick(format, random);
        byte[] other = pick(format, random);
        Mutator mutator = new Mutator(random, format == SpreadsheetFormat.XLS);
        if (!inside || format == SpreadsheetFormat.CSV) {
            return new MutatedFile(format, inside, mutator.mutate(good, other));
        }
        byte[] bytes = format == SpreadsheetFormat.XLS
                ? XlsFiles.compound("Workbook", mutator.mutate(stream(good), stream(other)))
                : Workbooks.zipBytes(mutated(parts(good), parts(other), mutator, random));
        return new MutatedFile(format, true, bytes);
    }

    private static byte[] pick(SpreadsheetFormat format, Random random) {
        List<byte[]> files = GOOD.computeIfAbsent(format, GoodFiles::of);
        return files.get(random.nextInt(files.size()));
    }

    private static Map<String, byte[]> mutated(
            Map<String, byte[]> parts, Map<String, byte[]> others, Mutator mutator, Random random) {
        List<String> names = new ArrayList<>(parts.keySet());
        String name = names.get(random.nextInt(names.size()));
        // Most of what can go wrong is in the rows.
        String rows = names.stream()
                .filter(part -> part.endsWith("sheet1.xml") || part.equals("content.xml"))
                .findFirst()
                .orElseThrow();
        String chosen = random.nextInt(3) == 0 ? name : rows;
        byte[] other = others.getOrDefault(chosen, parts.get(name));
        parts.put(chosen, mutator.mutate(parts.get(chosen), other.length == 0 ? new byte[1] : other));
        if (random.nextInt(20) == 0) {
            parts.remove(name);
        }
        return parts;
    }

    static Map<String, byte[]> parts(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] stream(byte[] xls) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(xls))) {
            return files.createDocumentInputStream("Workbook").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
