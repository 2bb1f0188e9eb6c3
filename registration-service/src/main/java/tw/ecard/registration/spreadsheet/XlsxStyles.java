package tw.ecard.registration.spreadsheet;

/** The styles part of an xlsx (ECMA-376 part 1, 18.8). */
final class XlsxStyles {

    private XlsxStyles() {}

    static CellStyles read(XmlCursor xml) {
        CellStyles styles = new CellStyles();
        boolean inCellFormats = false;
        for (int event = xml.next(); event != XmlCursor.END_DOCUMENT; event = xml.next()) {
            if (event == XmlCursor.START) {
                switch (xml.name()) {
                    case "cellXfs" -> inCellFormats = true;
                    case "numFmt" -> styles.define(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
                    case "xf" -> {
                        if (inCellFormats) {
                            styles.add(number(xml.attribute("numFmtId")));
                        }
                    }
                    default -> {
                        // fonts, borders, colours
                    }
                }
            } else if (event == XmlCursor.END && xml.name().equals("cellXfs")) {
                inCellFormats = false;
            }
        }
        return styles;
    }

    private static int number(String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
