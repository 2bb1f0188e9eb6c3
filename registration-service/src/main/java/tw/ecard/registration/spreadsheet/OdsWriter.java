package tw.ecard.registration.spreadsheet;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an ods from front to back without keeping it. Every value is a text in a column of text, so nothing in it is
 * ever computed and no zero is lost: not for a formula somebody hid in a name, not for a phone number.
 */
public final class OdsWriter implements Closeable {

    private static final int USUAL_WIDTH = 16;

    private final ZipOutputStream zip;
    private final Map<String, List<String>> choices = new LinkedHashMap<>();
    private Writer xml;
    private boolean inSheet;

    public OdsWriter(OutputStream out) throws IOException {
        this(out, Map.of());
    }

    /**
     * Starts a file that says something about itself.
     *
     * @param properties by name, for people to read among the document's properties; {@code title} is its title
     */
    public OdsWriter(OutputStream out, Map<String, String> properties) throws IOException {
        zip = new ZipOutputStream(out);
        OdsParts.writeMediaType(zip);
        OdsParts.writeManifest(zip);
        OdsParts.writeMeta(zip, properties);
    }

    /** Offers a choice of values for the cells of rows that name it; before the first sheet. */
    public OdsWriter choices(String name, List<String> values) {
        if (xml != null) {
            throw new IllegalStateException("choices stand before the first sheet");
        }
        choices.put(name, values);
        return this;
    }

    /** Starts the next sheet and ends the one before. */
    public OdsWriter sheet(String name, int columns) throws IOException {
        int[] widths = new int[columns];
        Arrays.fill(widths, USUAL_WIDTH);
        return sheet(name, widths);
    }

    /**
     * Starts the next sheet and ends the one before.
     *
     * @param widths of its columns, in characters
     */
    public OdsWriter sheet(String name, int[] widths) throws IOException {
        startContent();
        endSheet();
        xml.write("<table:table table:name=\"");
        OdsText.writeEscaped(name, xml);
        xml.write("\">\n");
        for (int width : widths) {
            xml.write("<table:table-column table:style-name=\"" + OdsParts.columnStyle(width)
                    + "\" table:default-cell-style-name=\"plain\"/>\n");
        }
        inSheet = true;
        return this;
    }

    private void startContent() throws IOException {
        if (xml == null) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 14);
            OdsParts.writeContentStart(xml, choices);
        }
    }

    /** Writes one row; null and empty values leave their cell blank. */
    public OdsWriter row(String... values) throws IOException {
        xml.write("<table:table-row>");
        for (String value : values) {
            writeCell(value == null ? "" : value, Look.PLAIN, null, null);
        }
        xml.write("</table:table-row>\n");
        return this;
    }

    /** Writes one row whose cells have looks of their own. */
    public OdsWriter row(List<StyledText> cells) throws IOException {
        return row(cells, List.of());
    }

    /**
     * Writes one row.
     *
     * @param choices the name of each cell's choices, null where there are none
     */
    public OdsWriter row(List<StyledText> cells, List<String> choices) throws IOException {
        Iterator<String> offered = choices.iterator();
        xml.write("<table:table-row>");
        for (StyledText cell : cells) {
            writeCell(cell.text(), cell.look(), cell.comment(), offered.hasNext() ? offered.next() : null);
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

    /**
     * Empty rows that are made for text.
     *
     * @param choices the name of each column's choices, null where there are none
     */
    public OdsWriter blankRows(int rows, List<String> choices) throws IOException {
        xml.write("<table:table-row table:number-rows-repeated=\"" + rows + "\">");
        for (String offered : choices) {
            xml.write("<table:table-cell table:style-name=\"plain\"");
            writeChoices(offered);
            xml.write("/>");
        }
        xml.write("</table:table-row>\n");
        return this;
    }

    private void writeCell(String value, Look look, String comment, String offered) throws IOException {
        xml.write("<table:table-cell");
        if (!value.isEmpty() || look != Look.PLAIN) {
            xml.write(" table:style-name=\"");
            xml.write(look.styleName());
            xml.write('"');
        }
        writeChoices(offered);
        if (value.isEmpty() && comment == null) {
            xml.write("/>");
            return;
        }
        xml.write(value.isEmpty() ? ">" : " office:value-type=\"string\">");
        if (comment != null) {
            xml.write("<office:annotation>");
            OdsText.writeParagraphs(comment, xml);
            xml.write("</office:annotation>");
        }
        if (!value.isEmpty()) {
            OdsText.writeParagraphs(value, xml);
        }
        xml.write("</table:table-cell>");
    }

    private void writeChoices(String offered) throws IOException {
        if (offered != null) {
            xml.write(" table:content-validation-name=\"");
            OdsText.writeEscaped(offered, xml);
            xml.write('"');
        }
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
        startContent();
        endSheet();
        xml.write(OdsParts.CONTENT_END);
        xml.flush();
        zip.closeEntry();
        zip.finish();
    }
}
