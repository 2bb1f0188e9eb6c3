package tw.ecard.registration.spreadsheet;

/**
 * A walk through one XML part (XML 1.0 and Namespaces in XML 1.0, well-formedness without a document type). No entities
 * of its own, no depth, width or length beyond what a workbook has; whatever is not well formed is the file's fault.
 * Prefixes are checked and then left out of account: they are the writer's own choice, and two namespaces are in use for
 * xlsx.
 */
final class XmlCursor implements AutoCloseable {

    static final int START = 1;
    static final int END = 2;
    /** Text, plain or as CDATA; a long one comes in pieces. */
    static final int TEXT = 3;

    static final int END_DOCUMENT = 4;

    private static final int NOTHING = 0;

    private static final int MAX_DEPTH = 64;
    private static final int TEXT_PIECE = 1 << 12;

    private final ZipPart part;
    private final XmlSource source;
    private final XmlNames names = new XmlNames();
    private final XmlAttributes attributes;
    private final XmlCharacters text;
    private final XmlAsides asides;
    private final XmlName[] open = new XmlName[MAX_DEPTH];
    private int depth;
    private XmlName name;
    private boolean emptyElement;
    private boolean inCharacterData;
    private boolean hadRoot;
    private int textLength;

    XmlCursor(ZipPart part) {
        this.part = part;
        this.source = new XmlSource(part);
        this.attributes = new XmlAttributes(source, names);
        this.text = new XmlCharacters(source, TEXT_PIECE);
        this.asides = new XmlAsides(source, names);
        asides.passProlog();
    }

    int next() {
        if (emptyElement) {
            emptyElement = false;
            return end();
        }
        int event = NOTHING;
        while (event == NOTHING) {
            int c = source.peek();
            if (inCharacterData || c != '<' && c >= 0) {
                event = text();
            } else {
                textLength = 0;
                part.startPiece();
                event = c < 0 ? endDocument() : markup();
            }
        }
        return event;
    }

    private int endDocument() {
        if (depth > 0 || !hadRoot) {
            throw UnreadableSpreadsheet.damaged("XML that breaks off");
        }
        return END_DOCUMENT;
    }

    private int text() {
        text.cutTo(0);
        if (inCharacterData) {
            inCharacterData = !text.takeCharacterData();
        } else {
            text.takeText();
        }
        textLength += text.length();
        if (textLength > XmlAsides.MAX_TEXT || depth == 0 && !isSpace()) {
            throw UnreadableSpreadsheet.damaged(depth == 0 ? "text outside the root" : "a text without end");
        }
        return depth == 0 || text.length() == 0 ? NOTHING : TEXT;
    }

    private boolean isSpace() {
        for (int i = 0; i < text.length(); i++) {
            if (!XmlSource.isSpace(text.chars()[i])) {
                return false;
            }
        }
        return true;
    }

    private int markup() {
        source.pass();
        int c = source.peek();
        if (c == '/') {
            source.pass();
            return endTag();
        }
        if (c == '!') {
            source.pass();
            inCharacterData = depth > 0 && source.passIf("[CDATA[");
            if (!inCharacterData) {
                asides.passDeclaration();
            }
            return NOTHING;
        }
        if (c == '?') {
            source.pass();
            asides.passInstruction();
            return NOTHING;
        }
        return startTag();
    }

    private int startTag() {
        if (depth == MAX_DEPTH || depth == 0 && hadRoot) {
            throw XmlSource.notWellFormed();
        }
        hadRoot = true;
        name = source.takeName(names);
        open[depth++] = name;
        attributes.take(depth);
        name.requirePrefix();
        emptyElement = source.take() == '/';
        if (emptyElement) {
            source.expect('>');
        }
        return START;
    }

    private int endTag() {
        if (depth == 0) {
            throw XmlSource.notWellFormed();
        }
        source.expect(open[depth - 1].bytes());
        source.passSpace();
        source.expect('>');
        return end();
    }

    private int end() {
        attributes.forget(depth);
        name = open[--depth];
        return END;
    }

    /** The local name of the element that starts or ends. */
    String name() {
        return name.local();
    }

    /** The attributes of the element that starts. */
    XmlAttributes attributes() {
        return attributes;
    }

    /** An attribute of the element that starts, by local name; null where there is none. */
    String attribute(String wanted) {
        return attributes.value(wanted);
    }

    char[] textChars() {
        return text.chars();
    }

    int textLength() {
        return text.length();
    }

    /** Appends the text directly inside the present element and leaves the cursor on its end. */
    void appendText(TextBuffer buffer) {
        int inside = 1;
        while (inside > 0) {
            switch (next()) {
                case START -> inside++;
                case END -> inside--;
                case TEXT -> {
                    if (inside == 1) {
                        buffer.append(textChars(), 0, textLength());
                    }
                }
                default -> throw new IllegalStateException("a document does not end inside an element");
            }
        }
    }

    /** Passes the present element with all it holds and leaves the cursor on its end. */
    void skip() {
        int inside = 1;
        while (inside > 0) {
            int event = next();
            if (event == START) {
                inside++;
            } else if (event == END) {
                inside--;
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
        part.close();
    }
}
