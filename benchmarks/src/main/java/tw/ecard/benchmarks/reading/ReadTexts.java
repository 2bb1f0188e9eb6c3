package tw.ecard.benchmarks.reading;

/**
 * What a reader found in a file: as many rows, as many characters, the same characters. Two readers that come to the
 * same have read the same, and both had to make a text of every cell.
 */
final class ReadTexts {

    private int rows;
    private long characters;
    private long sum;

    void row() {
        rows++;
    }

    void text(String text) {
        characters += text.length();
        sum += text.hashCode();
    }

    int rows() {
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReadTexts that && rows == that.rows && characters == that.characters && sum == that.sum;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sum);
    }

    @Override
    public String toString() {
        return rows + " rows with " + characters + " characters, sum " + sum;
    }
}
