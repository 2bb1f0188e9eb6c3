package tw.ecard.registration.spreadsheet;

/** The attributes of one start tag, without those that declare a namespace. Filled again for every tag. */
final class XmlAttributes {

    private static final int MAX_COUNT = 256;
    private static final int MAX_CHARACTERS = 1 << 16;
    private static final int MAX_DECLARATIONS = 1 << 10;

    private static final int SHORT = 16;
    private static final int HIGHEST = 1_000_000_000;
    private static final int MAX_LETTERS = 3;

    private final XmlSource source;
    private final XmlNames names;
    private final XmlCharacters values;
    private final XmlName[] name = new XmlName[MAX_COUNT];
    private final int[] end = new int[MAX_COUNT];
    private final XmlName.Prefix[] declared = new XmlName.Prefix[MAX_DECLARATIONS];
    private final int[] declaredIn = new int[MAX_DECLARATIONS];
    private final String[] recent = new String[1 << 6];
    private int declarations;
    private long element;
    private int count;

    XmlAttributes(XmlSource source, XmlNames names) {
        this.source = source;
        this.names = names;
        this.values = new XmlCharacters(source, 1 << 8);
    }

    /**
     * Takes the attributes of a tag up to its closing sign.
     *
     * @param depth of the element, from 1
     */
    void take(int depth) {
        element++;
        count = 0;
        values.cutTo(0);
        int all = 0;
        boolean spaced = source.passSpace();
        for (int c = source.peek(); c != '>' && c != '/'; c = source.peek()) {
            if (!spaced || ++all > MAX_COUNT) {
                throw XmlSource.notWellFormed();
            }
            takeOne(depth);
            spaced = source.passSpace();
        }
        for (int i = 0; i < count; i++) {
            name[i].requirePrefix();
        }
    }

    private void takeOne(int depth) {
        XmlName taken = source.takeName(names);
        source.passSpace();
        source.expect('=');
        source.passSpace();
        if (!taken.standsIn(element)) {
            throw XmlSource.notWellFormed();
        }
        int start = values.length();
        values.takeValue(MAX_CHARACTERS);
        if (taken.isDeclaration()) {
            names.admitNamespace(new String(values.chars(), start, values.length() - start));
            values.cutTo(start);
            if (taken.prefix() != null) {
                declare(taken.prefix(), depth);
            }
        } else {
            name[count] = taken;
            end[count++] = values.length();
        }
    }

    private void declare(XmlName.Prefix prefix, int depth) {
        if (declarations == MAX_DECLARATIONS) {
            throw UnreadableSpreadsheet.suspicious("namespaces without end");
        }
        prefix.declare();
        declared[declarations] = prefix;
        declaredIn[declarations++] = depth;
    }

    /** Forgets what the element of this depth declared: it ends. */
    void forget(int depth) {
        while (declarations > 0 && declaredIn[declarations - 1] == depth) {
            declared[--declarations].forget();
        }
    }

    int count() {
        return count;
    }

    /** The local name. */
    String name(int index) {
        return name[index].local();
    }

    /** The value; a short one that repeats is the same object each time. */
    String value(int index) {
        int start = start(index);
        int length = end[index] - start;
        if (length == 0 || length > SHORT) {
            return new String(values.chars(), start, length);
        }
        int slot = (values.chars()[start] * 31 + values.chars()[start + length - 1] + length) & recent.length - 1;
        if (recent[slot] == null || !is(index, recent[slot])) {
            recent[slot] = new String(values.chars(), start, length);
        }
        return recent[slot];
    }

    /** The value of the attribute with a local name; null where there is none. */
    String value(String wanted) {
        for (int i = 0; i < count; i++) {
            if (name(i).equals(wanted)) {
                return value(i);
            }
        }
        return null;
    }

    private boolean is(int index, String text) {
        int start = start(index);
        if (end[index] - start != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (values.chars()[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The value as a number written in digits alone; another one is a fault of the file. */
    int digits(int index) {
        int number = 0;
        for (int i = start(index); i < end[index]; i++) {
            int digit = values.chars()[i] - '0';
            if (digit < 0 || digit > 9 || number > HIGHEST / 10) {
                throw UnreadableSpreadsheet.damaged("a number that is none");
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The column of a reference such as {@code AB12}, from 0; a reference without one is a fault of the file. */
    int column(int index) {
        int column = 0;
        int start = start(index);
        int i = start;
        for (; i < end[index] && values.chars()[i] >= 'A' && values.chars()[i] <= 'Z'; i++) {
            column = column * 26 + values.chars()[i] - 'A' + 1;
            if (i == start + MAX_LETTERS) {
                throw UnreadableSpreadsheet.damaged("a column beyond the last");
            }
        }
        if (i == start) {
            throw UnreadableSpreadsheet.damaged("a cell reference without a column");
        }
        return column - 1;
    }

    private int start(int index) {
        return index == 0 ? 0 : end[index - 1];
    }
}
