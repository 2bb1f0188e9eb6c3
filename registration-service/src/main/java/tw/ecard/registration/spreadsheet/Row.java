package tw.ecard.registration.spreadsheet;

import java.util.Arrays;

/** One row of a sheet that has content. The reader fills the same row again: take out what is to be kept. */
public final class Row {

    private final Cell[] cells;
    private int width;
    private int number;
    private int characters;

    Row(int maxColumns) {
        this.cells = new Cell[maxColumns];
        Arrays.fill(cells, Cell.BLANK);
    }

    /** The sheet's own number of this row, from 1. */
    public int number() {
        return number;
    }

    /** One more than the last column that has content, 0 in a row without any. */
    public int width() {
        return width;
    }

    /** The cell in a column counted from 0, {@link Cell#BLANK} where there is none. */
    public Cell cell(int column) {
        return column < width ? cells[column] : Cell.BLANK;
    }

    /** The same row in an object of its own. */
    public Row copy() {
        Row copy = new Row(cells.length);
        System.arraycopy(cells, 0, copy.cells, 0, width);
        copy.width = width;
        copy.number = number;
        copy.characters = characters;
        return copy;
    }

    /** Takes over what the other row holds. */
    void become(Row other) {
        Arrays.fill(cells, 0, width, Cell.BLANK);
        System.arraycopy(other.cells, 0, cells, 0, other.width);
        width = other.width;
        number = other.number;
        characters = other.characters;
    }

    /** Characters that were put into the cells. */
    int characters() {
        return characters;
    }

    void start(int newNumber) {
        Arrays.fill(cells, 0, width, Cell.BLANK);
        width = 0;
        number = newNumber;
        characters = 0;
    }

    void repeatAs(int newNumber) {
        number = newNumber;
    }

    /** Puts a cell that is not blank. A column beyond the limit refuses the file. */
    void put(int column, Cell cell) {
        if (column >= cells.length) {
            throw UnreadableSpreadsheet.tooManyColumns(column + 1, cells.length);
        }
        cells[column] = cell;
        characters += cell.text().length();
        width = Math.max(width, column + 1);
    }
}
