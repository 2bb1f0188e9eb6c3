package tw.ecard.registration.spreadsheet;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A walk through one XML part. No document type, no entities of its own, no depth, width or length beyond what a
 * workbook has; whatever the parser objects to is the file's fault.
 */
final class XmlCursor implements AutoCloseable {

    static final int START = XMLStreamConstants.START_ELEMENT;
    static final int END = XMLStreamConstants.END_ELEMENT;
    static final int TEXT = XMLStreamConstants.CHARACTERS;
    static final int END_DOCUMENT = XMLStreamConstants.END_DOCUMENT;

    /** Distinct names in one part. A workbook has some dozens; the parser keeps each for the whole parse. */
    private static final int MAX_NAMES = 2_000;

    private static final int MAX_NAME_CHARACTERS = 200_000;

    private static final int MAX_INSTRUCTIONS = 100;

    private static final XMLInputFactory FACTORY = factory();

    private final XMLStreamReader xml;
    private final ZipPart part;
    private final Set<String> names = new HashSet<>();
    private final String[] recentNames = new String[256];
    private int nameCharacters;
    private int instructions;

    XmlCursor(ZipPart part) {
        this.part = part;
        try {
            this.xml = FACTORY.createXMLStreamReader(part);
        } catch (XMLStreamException e) {
            throw refusal(e);
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        // Lazy parsing would throw its errors unchecked, from accessors.
        factory.getConfig().doParseLazily(false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, 1 << 18);
        factory.setProperty(WstxInputProperties.P_MAX_CHILDREN_PER_ELEMENT, 50_000_000);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 64);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 256);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        return factory;
    }

    int next() {
        int event;
        part.startPiece();
        try {
            event = xml.next();
        } catch (XMLStreamException e) {
            throw refusal(e);
        } catch (UnreadableSpreadsheet | UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableSpreadsheet(UnreadableSpreadsheet.Reason.DAMAGED, "XML that breaks the parser", e);
        }
        switch (event) {
            case START -> admitNames();
            case XMLStreamConstants.DTD -> throw UnreadableSpreadsheet.suspicious("a document type definition");
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                if (++instructions > MAX_INSTRUCTIONS) {
                    throw UnreadableSpreadsheet.suspicious("processing instructions without end");
                }
            }
            default -> {
                // nothing that could grow
            }
        }
        return event;
    }

    private void admitNames() {
        admit(xml.getLocalName());
        for (int i = xml.getAttributeCount() - 1; i >= 0; i--) {
            admit(xml.getAttributeLocalName(i));
        }
        for (int i = xml.getNamespaceCount() - 1; i >= 0; i--) {
            String prefix = xml.getNamespacePrefix(i);
            admit(prefix == null ? "" : prefix);
            admit(xml.getNamespaceURI(i));
        }
    }

    private void admit(String name) {
        int slot = name.hashCode() & 255;
        if (recentNames[slot] != name && !name.equals(recentNames[slot])) {
            recentNames[slot] = name;
            if (!names.add(name)) {
                return;
            }
            nameCharacters += name.length();
            if (names.size() > MAX_NAMES || nameCharacters > MAX_NAME_CHARACTERS) {
                throw UnreadableSpreadsheet.suspicious("names without end");
            }
        }
    }

    /** The local name of the element; prefixes are the writer's own choice, and two namespaces are in use for xlsx. */
    String name() {
        return xml.getLocalName();
    }

    int attributeCount() {
        return xml.getAttributeCount();
    }

    String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    String attributeValue(int index) {
        return xml.getAttributeValue(index);
    }

    /** An attribute by local name, null where there is none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    char[] textChars() {
        return xml.getTextCharacters();
    }

    int textStart() {
        return xml.getTextStart();
    }

    int textLength() {
        return xml.getTextLength();
    }

    /** Appends the text directly inside the present element and leaves the cursor on its end. */
    void appendText(TextBuffer buffer) {
        int depth = 1;
        while (depth > 0) {
            switch (next()) {
                case START -> depth++;
                case END -> depth--;
                case TEXT, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == 1) {
                        buffer.append(textChars(), textStart(), textLength());
                    }
                }
                default -> {
                    // comments and the like
                }
            }
        }
    }

    /** Passes the present element with all it holds and leaves the cursor on its end. */
    void skip() {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            if (event == START) {
                depth++;
            } else if (event == END) {
                depth--;
            }
        }
    }

    double fractionRead() {
        return part.fractionRead();
    }

    /** Reads on to the end of the part, so that what was read is known to be whole. */
    void finish() {
        while (next() != END_DOCUMENT) {
            // well-formed to the end
        }
        drain();
    }

    /** Reads what stands behind the document's end, where the part's checksum is compared. */
    void drain() {
        part.drain();
    }

    @Override
    public void close() {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw refusal(e);
        } finally {
            part.close();
        }
    }

    private static UnreadableSpreadsheet refusal(XMLStreamException e) {
        return new UnreadableSpreadsheet(UnreadableSpreadsheet.Reason.DAMAGED, "XML that is not well formed", e);
    }
}
