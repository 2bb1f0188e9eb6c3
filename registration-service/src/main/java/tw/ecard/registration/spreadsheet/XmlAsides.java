package tw.ecard.registration.spreadsheet;

/** What stands beside elements and text in XML, and is passed over: comments, instructions, the declaration. */
final class XmlAsides {

    /** Characters of one text, or of one comment. */
    static final int MAX_TEXT = 1 << 18;

    private static final int MAX_INSTRUCTIONS = 100;

    private final XmlSource source;
    private final XmlNames names;
    private int instructions;

    XmlAsides(XmlSource source, XmlNames names) {
        this.source = source;
        this.names = names;
    }

    /** Passes the XML declaration, which was read to know the encoding. */
    void passProlog() {
        if (source.passIf("<?xml") && source.passSpace()) {
            passToEnd();
        }
    }

    /** Passes what stands behind an exclamation mark: a comment, or there is no such thing in a workbook. */
    void passDeclaration() {
        if (source.passIf("DOCTYPE")) {
            throw UnreadableSpreadsheet.suspicious("a document type definition");
        }
        if (!source.passIf("--")) {
            throw XmlSource.notWellFormed();
        }
        for (int length = 0; !source.passIf("-->"); length++) {
            if (length > MAX_TEXT || source.passIf("--")) {
                throw UnreadableSpreadsheet.damaged("a comment that is none");
            }
            source.passCharacter();
        }
    }

    /** Passes what stands behind a question mark. */
    void passInstruction() {
        XmlName target = source.takeName(names);
        if (target.prefix() != null || target.local().equalsIgnoreCase("xml")) {
            throw XmlSource.notWellFormed();
        }
        if (++instructions > MAX_INSTRUCTIONS) {
            throw UnreadableSpreadsheet.suspicious("processing instructions without end");
        }
        if (source.passSpace()) {
            passToEnd();
        } else {
            source.expect('?');
            source.expect('>');
        }
    }

    private void passToEnd() {
        while (!source.passIf("?>")) {
            source.passCharacter();
        }
    }
}
