package tw.ecard.benchmarks.reading;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Woodstox alone over the content of an ods: it counts rows and characters, and makes nothing of them. It is bounded as
 * the service's reader is, since each bound costs something.
 */
final class BareStax {

    private static final XMLInputFactory FACTORY = factory();

    private BareStax() {}

    /** What was passed over. */
    record Passed(int rows, long characters) {}

    static Passed over(Path ods) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(ods.toFile());
                InputStream content = zip.getInputStream(zip.getEntry("content.xml"))) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(content);
            int rows = 0;
            long characters = 0;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (xml.getLocalName().equals("table-row")) {
                            rows++;
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> characters += xml.getTextLength();
                    default -> {
                        // passed over
                    }
                }
            }
            xml.close();
            return new Passed(rows, characters);
        }
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
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
}
