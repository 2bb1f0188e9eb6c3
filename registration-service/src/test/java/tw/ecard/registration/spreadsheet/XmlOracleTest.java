package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cursor against Woodstox: both tell the same of a document, or both refuse it. */
class XmlOracleTest {

    private static final XMLInputFactory WOODSTOX = woodstox();
    private static final String REFUSED = "refused";
    private static final int DOCUMENTS = 2_000;
    private static final List<String> PIECES = List.of(
            "<a>",
            "</a>",
            "<a/>",
            "<n:b x='1'>",
            "</n:b>",
            "<b xmlns:n='u'>",
            "</b>",
            " y=\"2\"",
            "&amp;",
            "&#x738B;",
            "&#10;",
            "&lt",
            "&none;",
            "<!-- c -->",
            "<!--",
            "--",
            "-->",
            "<![CDATA[",
            "]]>",
            "]]",
            "<?go on?>",
            "<?xml?>",
            "\r\n",
            "\r",
            "\t",
            " ",
            "'",
            "\"",
            ">",
            "<",
            "/",
            "=",
            "王",
            "𠮷",
            "é",
            "\uFFFE",
            "\u0001",
            "x:y",
            "xmlns=''",
            ":",
            "-",
            "1",
            "<a b='&#9;\r\n'>",
            "<?xml version='1.0'?>");

    private static XMLInputFactory woodstox() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void both_tell_the_same_of_a_document_that_is_changed_a_little(long seed) {
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] document = mutated(document(random), random);
            String expected = byWoodstox(document);
            assertThat(byCursor(document))
                    .as("seed %d, document %d: %s", seed, i, new String(document, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            accepted += expected.equals(REFUSED) ? 0 : 1;
        }
        // Neither all nor nothing, or the comparison says little.
        assertThat(accepted).as("seed %d", seed).isBetween(DOCUMENTS / 5, DOCUMENTS * 4 / 5);
    }

    /** A well-formed one with everything that a workbook's part has, and more. */
    private static String document(Random random) {
        StringBuilder xml = new StringBuilder(random.nextBoolean() ? "<?xml version='1.0' encoding='UTF-8'?>" : "");
        xml.append("<r xmlns='d' xmlns:n='u'>");
        for (int i = random.nextInt(6); i >= 0; i--) {
            element(xml, random, 0);
        }
        return xml.append("</r>")
                .append(random.nextInt(4) == 0 ? "\n<!-- end -->" : "")
                .toString();
    }

    private static void element(StringBuilder xml, Random random, int depth) {
        String name = List.of("a", "b", "n:c", "長", "d-1.e").get(random.nextInt(5));
        xml.append('<').append(name);
        if (random.nextBoolean()) {
            xml.append(" x='").append(text(random).replace('\'', ' ')).append('\'');
        }
        if (random.nextInt(3) == 0) {
            xml.append(" n:y = \"").append(text(random).replace('"', ' ')).append("\" ");
        }
        if (random.nextInt(6) == 0) {
            xml.append(" xmlns:m='v'><m:z/");
        } else if (random.nextInt(4) == 0) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        for (int i = random.nextInt(4); i > 0; i--) {
            switch (random.nextInt(depth < 4 ? 5 : 4)) {
                case 0 ->
                    xml.append("<![CDATA[<]]")
                            .append(text(random).replace(">", ""))
                            .append("]]>");
                case 1 -> xml.append("<!-- & < -->");
                case 2 -> xml.append("<?p q?>");
                case 3 -> xml.append(text(random));
                default -> element(xml, random, depth + 1);
            }
        }
        xml.append("</").append(name).append(random.nextInt(5) == 0 ? " >" : ">");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(20) == 0 ? 9_000 : 8); i > 0; i--) {
            text.append(List.of("a", "王小明", "𠮷", "&amp;", "&#65;", "&#x1F600;", "\r\n", "\t", " ", "é", "]", "'")
                    .get(random.nextInt(12)));
        }
        return text.toString();
    }

    private static byte[] mutated(String document, Random random) {
        StringBuilder xml = new StringBuilder(document);
        for (int i = random.nextInt(3); i > 0; i--) {
            // What a declaration may look like, Woodstox sees less strictly.
            int root = xml.indexOf("<r ");
            int at = root < 0 ? 0 : root + random.nextInt(xml.length() - root);
            if (random.nextBoolean()) {
                xml.deleteCharAt(at);
            }
            xml.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        }
        byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            int last = Math.min(bytes.length, 40);
            bytes[bytes.length - 1 - random.nextInt(last)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static String byCursor(byte[] document) {
        StringBuilder told = new StringBuilder();
        try (ZipGuard zip = guard(document);
                XmlCursor xml = new XmlCursor(zip.part("x"))) {
            for (int event = xml.next(); event != XmlCursor.END_DOCUMENT; event = xml.next()) {
                switch (event) {
                    case XmlCursor.START -> {
                        XmlAttributes attributes = xml.attributes();
                        Map<String, String> values = new HashMap<>();
                        for (int i = 0; i < attributes.count(); i++) {
                            values.merge(attributes.name(i), attributes.value(i), String::concat);
                        }
                        told.append('<').append(xml.name()).append(values).append('>');
                    }
                    case XmlCursor.END -> told.append("</").append(xml.name()).append('>');
                    default -> told.append(xml.textChars(), 0, xml.textLength());
                }
            }
            return told.toString();
        } catch (UnreadableSpreadsheet refused) {
            return REFUSED;
        }
    }

    private static ZipGuard guard(byte[] document) {
        byte[] zip = Workbooks.zipBytes(Map.of("x", document));
        SpreadsheetLimits limits = SpreadsheetLimits.DEFAULT;
        SourceChannel channel = SourceChannel.open(SpreadsheetSource.of(zip));
        return ZipGuard.open(channel, limits, new Deadline(limits.deadline()));
    }

    private static String byWoodstox(byte[] document) {
        StringBuilder told = new StringBuilder();
        try {
            XMLStreamReader xml = WOODSTOX.createXMLStreamReader(new ByteArrayInputStream(document));
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        Map<String, String> values = new HashMap<>();
                        for (int i = 0; i < xml.getAttributeCount(); i++) {
                            values.merge(xml.getAttributeLocalName(i), xml.getAttributeValue(i), String::concat);
                        }
                        told.append('<')
                                .append(xml.getLocalName())
                                .append(values)
                                .append('>');
                    }
                    case XMLStreamConstants.END_ELEMENT ->
                        told.append("</").append(xml.getLocalName()).append('>');
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> told.append(xml.getText());
                    default -> {
                        // comments, instructions, space around the root
                    }
                }
            }
            return told.toString();
        } catch (XMLStreamException | RuntimeException refused) {
            return REFUSED;
        }
    }
}
