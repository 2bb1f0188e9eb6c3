package tw.ecard.registration.spreadsheet;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What an ods has around its tables (OpenDocument 1.3 parts 2 and 3). */
final class OdsParts {

    static final String CONTENT_END = "</office:spreadsheet></office:body></office:document-content>\n";

    private static final String MANIFEST = """
            <?xml version="1.0" encoding="UTF-8"?>
            <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
            <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="%s"/>
            <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
            <manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>
            </manifest:manifest>
            """;

    private static final String META_START = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
             xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"\
             xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>\
            <meta:generator>ecard/1.0</meta:generator>""";

    private static final String META_END = "</office:meta></office:document-meta>\n";

    private static final String CONTENT_START = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
             xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"\
             xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"\
             xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"\
             xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"\
             xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2"\
             xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">
            <office:automatic-styles>
            <number:text-style style:name="N0"><number:text-content/></number:text-style>
            """;

    /** Styles of columns stand before the tables that use them: there is one for every few characters of width. */
    private static final int WIDTH_STEP = 4;

    private static final int WIDEST = 100;
    private static final double CENTIMETRES_PER_CHARACTER = 0.21;

    private OdsParts() {}

    /** First and not compressed, so that the kind of file can be told from its first bytes. */
    static void writeMediaType(ZipOutputStream zip) throws IOException {
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

    static void writeManifest(ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry("META-INF/manifest.xml"));
        zip.write(MANIFEST.formatted(SpreadsheetFormat.ODS.mediaType()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    static void writeMeta(ZipOutputStream zip, Map<String, String> properties) throws IOException {
        zip.putNextEntry(new ZipEntry("meta.xml"));
        Writer xml = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
        xml.write(META_START);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            boolean title = property.getKey().equals("title");
            xml.write(title ? "<dc:title>" : "<meta:user-defined meta:name=\"");
            if (!title) {
                OdsText.writeEscaped(property.getKey(), xml);
                xml.write("\">");
            }
            OdsText.writeEscaped(property.getValue(), xml);
            xml.write(title ? "</dc:title>" : "</meta:user-defined>");
        }
        xml.write(META_END);
        xml.flush();
        zip.closeEntry();
    }

    static void writeContentStart(Writer xml, Map<String, List<String>> choices) throws IOException {
        xml.write(CONTENT_START);
        for (Look look : Look.values()) {
            writeStyle(look, xml);
        }
        for (int width = WIDTH_STEP; width <= WIDEST; width += WIDTH_STEP) {
            xml.write("<style:style style:name=\"%s\" style:family=\"table-column\">".formatted(columnStyle(width)));
            xml.write("<style:table-column-properties style:column-width=\"%.2fcm\"/></style:style>\n"
                    .formatted(width * CENTIMETRES_PER_CHARACTER));
        }
        xml.write("</office:automatic-styles>\n<office:body><office:spreadsheet>\n");
        writeChoices(xml, choices);
    }

    static String columnStyle(int width) {
        return "width" + Math.min(WIDEST, (width + WIDTH_STEP - 1) / WIDTH_STEP * WIDTH_STEP);
    }

    private static void writeStyle(Look look, Writer xml) throws IOException {
        xml.write("<style:style style:name=\"" + look.styleName()
                + "\" style:family=\"table-cell\" style:data-style-name=\"N0\">");
        if (look.background() != null || look.wraps()) {
            xml.write("<style:table-cell-properties");
            xml.write(look.background() == null ? "" : " fo:background-color=\"#" + look.background() + "\"");
            xml.write(look.wraps() ? " fo:wrap-option=\"wrap\"/>" : "/>");
        }
        if (look.bold() || look.color() != null) {
            xml.write("<style:text-properties");
            xml.write(look.bold() ? " fo:font-weight=\"bold\"" : "");
            xml.write(look.color() == null ? "/>" : " fo:color=\"#" + look.color() + "\"/>");
        }
        xml.write("</style:style>\n");
    }

    private static void writeChoices(Writer xml, Map<String, List<String>> choices) throws IOException {
        if (choices.isEmpty()) {
            return;
        }
        xml.write("<table:content-validations>");
        for (Map.Entry<String, List<String>> offered : choices.entrySet()) {
            String list =
                    offered.getValue().stream().map(value -> '"' + value + '"').collect(Collectors.joining(";"));
            xml.write("<table:content-validation table:name=\"");
            OdsText.writeEscaped(offered.getKey(), xml);
            xml.write("\" table:condition=\"");
            OdsText.writeEscaped("of:cell-content-is-in-list(" + list + ")", xml);
            xml.write("\" table:allow-empty-cell=\"true\" table:display-list=\"unsorted\"/>");
        }
        xml.write("</table:content-validations>\n");
    }
}
