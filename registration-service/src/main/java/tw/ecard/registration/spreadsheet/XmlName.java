package tw.ecard.registration.spreadsheet;

import java.nio.charset.StandardCharsets;

/** A name in one XML part: the same object each time that it stands there. */
final class XmlName {

    /** A prefix, and how many of the open elements declare it. */
    static final class Prefix {
        private int declared;

        void declare() {
            declared++;
        }

        void forget() {
            declared--;
        }

        boolean isDeclared() {
            return declared > 0;
        }
    }

    private final byte[] bytes;
    private final String local;
    private final Prefix prefix;
    private final boolean declaration;
    private long lastElement;
    private XmlName successor;

    /**
     * @param prefix the one before the colon, in a declaration the one that is declared; null where there is none
     * @param declaration whether it declares a namespace
     */
    XmlName(String whole, String local, Prefix prefix, boolean declaration) {
        this.bytes = whole.getBytes(StandardCharsets.UTF_8);
        this.local = local;
        this.prefix = prefix;
        this.declaration = declaration;
    }

    byte[] bytes() {
        return bytes;
    }

    String local() {
        return local;
    }

    Prefix prefix() {
        return prefix;
    }

    boolean isDeclaration() {
        return declaration;
    }

    /** Notes that it is an attribute of an element; false when the element has it already. */
    boolean standsIn(long element) {
        boolean first = lastElement != element;
        lastElement = element;
        return first;
    }

    /** The name that stood next behind this one, the last time; null the first time. */
    XmlName successor() {
        return successor;
    }

    void isFollowedBy(XmlName name) {
        successor = name;
    }

    void requirePrefix() {
        if (prefix != null && !prefix.isDeclared()) {
            throw XmlSource.notWellFormed();
        }
    }
}
