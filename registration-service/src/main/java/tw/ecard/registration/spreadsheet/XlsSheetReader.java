package tw.ecard.registration.spreadsheet;

import java.time.LocalDate;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/** The rows of one xls worksheet [MS-XLS 2.1.7.20.5]: records of single cells, row by row. */
final class XlsSheetReader {

    private static final int LABEL_SST = 0x00FD;
    private static final int LABEL = 0x0204;
    private static final int RICH_LABEL = 0x00D6;
    private static final int NUMBER = 0x0203;
    private static final int RK = 0x027E;
    private static final int MUL_RK = 0x00BD;
    private static final int FORMULA = 0x0006;
    private static final int STRING = 0x0207;
    private static final int BOOL_ERR = 0x0205;

    private final BiffRecords records;
    private final XlsGlobals globals;
    private final SpreadsheetLimits limits;
    private final Row row;
    private final TextBuffer text;
    private final long start;
    private int depth;
    private int formulaColumn;
    private boolean held;
    private boolean ended;

    /** The records stand before the first one of the sheet. */
    XlsSheetReader(BiffRecords records, XlsGlobals globals, SpreadsheetLimits limits) {
        this.records = records;
        this.globals = globals;
        this.limits = limits;
        this.row = new Row(limits.maxColumns());
        this.text = new TextBuffer(limits.maxCellCharacters());
        this.start = records.position();
        records.next();
        if (records.type() != BiffRecords.BOF) {
            throw UnreadableSpreadsheet.damaged("a sheet that does not start where it should");
        }
    }

    Row next() {
        row.start(row.number());
        while (!ended) {
            if (!held) {
                records.next();
            }
            held = false;
            switch (records.type()) {
                // Charts that stand in a sheet are sheets within it.
                case BiffRecords.BOF -> depth++;
                case BiffRecords.EOF -> ended = depth-- == 0;
                case STRING -> putFormulaText();
                case LABEL_SST, LABEL, RICH_LABEL, NUMBER, RK, MUL_RK, FORMULA, BOOL_ERR -> {
                    if (depth == 0 && !readCell()) {
                        return row;
                    }
                }
                default -> {
                    // blank cells, heights, drawings
                }
            }
        }
        return row.width() > 0 ? row : null;
    }

    /** Reads the present cell; false where it is of the next row, and is held until that one is asked for. */
    private boolean readCell() {
        int number = records.readShort() + 1;
        if (number != row.number()) {
            if (number < row.number()) {
                throw UnreadableSpreadsheet.damaged("rows out of order");
            }
            if (row.width() > 0) {
                records.again();
                held = true;
                return false;
            }
            row.start(number);
        }
        int column = records.readShort();
        formulaColumn = -1;
        switch (records.type()) {
            case MUL_RK -> readNumbers(column);
            case LABEL, RICH_LABEL -> {
                records.skip(2);
                put(column, readText(false));
            }
            default -> put(column, readValue(column, records.readShort()));
        }
        return true;
    }

    private Cell readValue(int column, int style) {
        return switch (records.type()) {
            case LABEL_SST -> globals.texts().cell(records.readInt(), false);
            case NUMBER -> number(Double.longBitsToDouble(records.readLong()), style, false);
            case RK -> number(rk(records.readInt()), style, false);
            case BOOL_ERR -> {
                int value = records.readByte();
                yield records.readByte() == 0 ? Cell.bool(value != 0, false) : Cell.error(error(value), false);
            }
            default -> formulaValue(column, style);
        };
    }

    private void readNumbers(int firstColumn) {
        for (int column = firstColumn; records.remaining() > 2; column++) {
            int style = records.readShort();
            put(column, number(rk(records.readInt()), style, false));
        }
    }

    /** The value that the program which saved the file had computed; a text follows in a record of its own. */
    private Cell formulaValue(int column, int style) {
        long value = records.readLong();
        if (value >>> 48 != 0xFFFF) {
            return number(Double.longBitsToDouble(value), style, true);
        }
        int content = (int) (value >> 16) & 0xFF;
        return switch ((int) value & 0xFF) {
            case 0 -> {
                formulaColumn = column;
                yield Cell.BLANK;
            }
            case 1 -> Cell.bool(content != 0, true);
            case 2 -> Cell.error(error(content), true);
            default -> Cell.BLANK;
        };
    }

    private void putFormulaText() {
        if (depth == 0 && formulaColumn >= 0) {
            put(formulaColumn, readText(true));
            formulaColumn = -1;
        }
    }

    private Cell readText(boolean formula) {
        text.clear();
        int characters = records.readShort();
        boolean wide = (records.readByte() & 1) != 0;
        records.readText(characters, wide, text);
        return text.isEmpty() ? Cell.BLANK : Cell.text(text.toString(), formula, text.cut());
    }

    private void put(int column, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        // The header stands in the first row at the earliest, so the last row has this number.
        if (row.number() - 1 > limits.maxRows()) {
            throw new UnreadableSpreadsheet(
                    Reason.TOO_MANY_ROWS, "content in row " + row.number(), Integer.toString(limits.maxRows()));
        }
        row.put(column, cell);
    }

    private Cell number(double value, int style, boolean formula) {
        LocalDate day = globals.styles().showsDay(style) ? CellNumbers.day(value, globals.from1904()) : null;
        return day == null ? Cell.number(CellNumbers.plain(value), formula) : Cell.date(day, formula);
    }

    /** A number in 30 bits [MS-XLS 2.5.218]: whole, or the upper part of a double; either may be in hundredths. */
    private static double rk(int bits) {
        double value = (bits & 2) != 0 ? bits >> 2 : Double.longBitsToDouble((long) (bits & ~3) << 32);
        return (bits & 1) != 0 ? value / 100 : value;
    }

    private static String error(int code) {
        return switch (code) {
            case 0x00 -> "#NULL!";
            case 0x07 -> "#DIV/0!";
            case 0x0F -> "#VALUE!";
            case 0x17 -> "#REF!";
            case 0x1D -> "#NAME?";
            case 0x24 -> "#NUM!";
            default -> "#N/A";
        };
    }

    /** @param end where the records of the sheet end, as far as is known */
    double fractionRead(long end) {
        return ended ? 1 : Math.min(1.0, (double) (records.position() - start) / (end - start));
    }
}
