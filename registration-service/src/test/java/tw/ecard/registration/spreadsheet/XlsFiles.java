package tw.ecard.registration.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;

/** Old workbooks for tests: tables written by POI, and records written by hand. */
public final class XlsFiles {

    public static final int BOF = 0x0809;
    public static final int EOF = 0x000A;

    private XlsFiles() {}

    /** A table of texts, numbers, dates, booleans, null for a blank cell. */
    public static byte[] xls(List<List<Object>> rows) {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            var sheet = workbook.createSheet("工作表1");
            for (int r = 0; r < rows.size(); r++) {
                var row = sheet.createRow(r);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    put(row.createCell(c), rows.get(r).get(c), day);
                }
            }
            return bytes(workbook);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Cell cell, Object value, CellStyle day) {
        if (value instanceof String text) {
            cell.setCellValue(text);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean bool) {
            cell.setCellValue(bool);
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        }
    }

    static byte[] bytes(HSSFWorkbook workbook) throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** A compound file of streams; those below 4096 bytes are kept in small pieces. */
    public static byte[] compound(Map<String, byte[]> streams) {
        try (POIFSFileSystem files = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (Map.Entry<String, byte[]> stream : streams.entrySet()) {
                files.createDocument(new ByteArrayInputStream(stream.getValue()), stream.getKey());
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] compound(String name, byte[] content) {
        Map<String, byte[]> streams = new LinkedHashMap<>();
        streams.put(name, content);
        return compound(streams);
    }

    /** A workbook stream of one sheet that holds these records. */
    public static byte[] workbook(byte[]... sheetRecords) {
        byte[] sheet = join(join(sheetRecords), record(EOF));
        byte[] bof = record(BOF, 0x0600, 0x0005, 0, 0, 0, 0, 0, 0);
        byte[] name = {2, 0, 'S', '1'};
        int boundSheet = 4 + 6 + name.length;
        int start = bof.length + boundSheet + 4;
        ByteBuffer bound = ByteBuffer.allocate(boundSheet).order(ByteOrder.LITTLE_ENDIAN);
        bound.putShort((short) 0x0085).putShort((short) (boundSheet - 4));
        bound.putInt(start).putShort((short) 0).put(name);
        return join(bof, bound.array(), record(EOF), record(BOF, 0x0600, 0x0010, 0, 0, 0, 0, 0, 0), sheet);
    }

    /** A record of 16-bit words. */
    public static byte[] record(int type, int... words) {
        ByteBuffer record = ByteBuffer.allocate(4 + 2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putShort((short) type).putShort((short) (2 * words.length));
        for (int word : words) {
            record.putShort((short) word);
        }
        return record.array();
    }

    /** A cell that holds its text itself. */
    public static byte[] label(int row, int column, String text) {
        byte[] characters = text.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer record = ByteBuffer.allocate(13 + characters.length).order(ByteOrder.LITTLE_ENDIAN);
        record.putShort((short) 0x0204).putShort((short) (9 + characters.length));
        record.putShort((short) row).putShort((short) column).putShort((short) 0);
        record.putShort((short) text.length()).put((byte) 1).put(characters);
        return record.array();
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
