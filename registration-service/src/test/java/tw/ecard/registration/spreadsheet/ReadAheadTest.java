package tw.ecard.registration.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadAheadTest {

    @Test
    void rows_come_in_their_order_and_stand_until_the_next() {
        try (ReadAhead ahead = ReadAhead.of(new Counting(10_000))) {
            for (int number = 1; number <= 10_000; number++) {
                Row row = ahead.next();
                assertThat(row.number()).isEqualTo(number);
                assertThat(row.width()).isEqualTo(1 + number % 3);
                assertThat(row.cell(0).text()).isEqualTo("row " + number);
                assertThat(row.cell(number % 3 + 1).isBlank()).isTrue();
            }
            assertThat(ahead.next()).isNull();
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void an_empty_sheet_has_no_rows() {
        try (ReadAhead ahead = ReadAhead.of(new Counting(0))) {
            assertThat(ahead.next()).isNull();
        }
    }

    @Test
    void a_fault_shows_after_the_rows_before_it() {
        Counting damaged = new Counting(Integer.MAX_VALUE) {
            @Override
            public Row nextRow() {
                if (read.get() == 1_000) {
                    throw UnreadableSpreadsheet.damaged("the thousand and first row");
                }
                return super.nextRow();
            }
        };
        try (ReadAhead ahead = ReadAhead.of(damaged)) {
            for (int number = 1; number <= 1_000; number++) {
                assertThat(ahead.next().number()).isEqualTo(number);
            }
            assertThatThrownBy(ahead::next).isInstanceOf(UnreadableSpreadsheet.class);
        }
    }

    @Test
    void an_error_of_the_reading_thread_is_heard_of() {
        Counting exhausted = new Counting(5) {
            @Override
            public Row nextRow() {
                throw new StackOverflowError();
            }
        };
        try (ReadAhead ahead = ReadAhead.of(exhausted)) {
            assertThatThrownBy(ahead::next).isInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void left_early_it_reads_no_further() {
        Counting endless = new Counting(Integer.MAX_VALUE);
        try (ReadAhead ahead = ReadAhead.of(endless)) {
            assertThat(ahead.next().number()).isEqualTo(1);
        }
        int read = endless.read.get();
        assertThat(read).isLessThan(2_000);
        assertThat(endless.nextRow().number()).isEqualTo(read + 1);
    }

    @Test
    void huge_cells_are_read_fewer_rows_ahead() {
        Counting wide = new Counting(Integer.MAX_VALUE, "字".repeat(1_000));
        try (ReadAhead ahead = ReadAhead.of(wide)) {
            ahead.next();
        }
        assertThat(wide.read.get()).isLessThanOrEqualTo(3 * 66);
    }

    @Test
    void an_interrupted_caller_gets_its_rows_and_stays_interrupted() {
        try (ReadAhead ahead = ReadAhead.of(new Counting(3_000))) {
            Thread.currentThread().interrupt();
            for (int number = 1; number <= 3_000; number++) {
                assertThat(ahead.next().number()).isEqualTo(number);
            }
        }
        assertThat(Thread.interrupted()).isTrue();
    }

    /** A sheet with a number of rows. */
    private static class Counting implements Workbook {

        final AtomicInteger read = new AtomicInteger();
        private final int rows;
        private final String text;
        private final Row row = new Row(5);

        Counting(int rows) {
            this(rows, "row ");
        }

        Counting(int rows, String text) {
            this.rows = rows;
            this.text = text;
        }

        @Override
        public Row nextRow() {
            if (read.get() == rows) {
                return null;
            }
            int number = read.incrementAndGet();
            row.start(number);
            for (int column = 0; column <= number % 3; column++) {
                row.put(column, Cell.text(text + number, false, false));
            }
            return row;
        }

        @Override
        public SpreadsheetFormat format() {
            return SpreadsheetFormat.XLSX;
        }

        @Override
        public boolean nextSheet() {
            return false;
        }

        @Override
        public String sheetName() {
            return "";
        }

        @Override
        public double fractionRead() {
            return 0.5;
        }

        @Override
        public void close() {
            throw new UnsupportedOperationException();
        }
    }
}
