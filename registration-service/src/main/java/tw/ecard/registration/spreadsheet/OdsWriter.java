package tw.ecard.registration.spreadsheet;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an ods from front to back without keeping it. Every value is a text in a column of text, so nothing in it is
 * ever computed and no zero is lost: not for a formula somebody hid in a name, not for a phone number.
 */
public final class OdsWriter implements Closeable {

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """;

    private static final String CONTENT_START = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
             xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"\
             xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"\
             xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"\
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"\
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
            <office:automatic-styles>
            <number:text-style style:name="N0"><number:text-content/></number:text-style>
            <style:style style:name="plain" style:family="table-cell" style:data-style-name="N0"/>
            <style:style style:name="header" style:family="table-cell" style:data-style-name="N0">\
            <style:text-properties fo:font-weight="bold"/></style:style>
            <style:style style:name="required" style:family="table-cell" style:data-style-name="N0">\
            <style:text-properties fo:font-weight="bold" fo:color="#c00000"/></style:style>
            </office:automatic-styles>
            <office:body><office:spreadsheet>
            """;

    private static final String CONTENT_END = "</office:spreadsheet></office:body></office:document-content>\n";

    /** How a row looks. */
    public enum Style {
        PLAIN("plain"),
        HEADER("header"),
        REQUIRED_HEADER("required");

        private final String name;

        Style(String name) {
            this.name = name;
        }
    }

    private final ZipOutputStream zip;
    private final Writer xml;
    private boolean inSheet;

    public OdsWriter(OutputStream out) throws IOException {
        zip = new ZipOutputStream(out);
        putMediaType();
        zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
        zip.write(MANIFEST.formatted(SpreadsheetFormat.ODS.mediaType()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("content.xml"));
        xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 14);
        xml.write(CONTENT_START);
    }

    /** First and not compressed, so that the kind of file can be told from its first bytes. */
    private void putMediaType() throws IOException {
        byte[] mediaType = SpreadsheetFormat.ODS.mediaType().getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(mediaType);
        ZipEntry entry = new ZipEntry("mimetype");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(mediaType.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(mediaType);
        zip.closeEntry();
    }

    /** Starts the next sheet and ends the one before. */
    public OdsWriter sheet(String name, int columns) throws IOException {
        endSheet();
        xml.write("<table:table table:name=\"");
        OdsText.writeEscaped(name, xml);
        xml.write("\">\n<table:table-column table:number-columns-repeated=\"" + columns
                + "\" table:default-cell-style-name=\"plain\"/>\n");
        inSheet = true;
        return this;
    }

    /** Writes one row; null and empty values leave their cell blank. */
    public OdsWriter row(String... values) throws IOException {
        xml.write("<table:table-row>");
        for (String value : values) {
            writeCell(value, Style.PLAIN);
        }
        xml.write("</table:table-row>\n");
        return this;
    }

    /** Writes one row whose cells have looks of their own. */
    public OdsWriter row(String[] values, Style[] styles) throws IOException {
        xml.write("<table:table-row>");
        for (int i = 0; i < values.length; i++) {
            writeCell(values[i], styles[i]);
        }
        xml.write("</table:table-row>\n");
        return this;
    }

    /** Empty rows that are made for text, for people to fill in. */
    public OdsWriter blankRows(int rows, int columns) throws IOException {
        xml.write("<table:table-row table:number-rows-repeated=\"" + rows
                + "\"><table:table-cell table:style-name=\"plain\" table:number-columns-repeated=\"" + columns
                + "\"/></table:table-row>\n");
        return this;
    }

    private void writeCell(String value, Style style) throws IOException {
        if (value == null || value.isEmpty()) {
            xml.write("<table:table-cell/>");
            return;
        }
        xml.write("<table:table-cell table:style-name=\"");
        xml.write(style.name);
        xml.write("\" office:value-type=\"string\">");
        OdsText.writeParagraphs(value, xml);
        xml.write("</table:table-cell>");
    }

    private void endSheet() throws IOException {
        if (inSheet) {
            xml.write("</table:table>\n");
            inSheet = false;
        }
    }

    /** Ends the file; the stream below is left open. */
    @Override
    public void close() throws IOException {
        endSheet();
        xml.write(CONTENT_END);
        xml.flush();
        zip.closeEntry();
        zip.finish();
    }
}
