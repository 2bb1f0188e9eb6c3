package tw.ecard.registration.spreadsheet;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The rest of a workbook's present sheet, unpacked and parsed by a thread of its own while the caller still works on
 * the rows before. A few batches circulate between the two; a batch is full by rows or by characters, so that a file
 * of huge cells is held no longer than one of small ones. Until it is closed nobody else may use the workbook.
 */
public final class ReadAhead implements AutoCloseable {

    private static final int BATCHES = 6;
    private static final int BATCH_ROWS = 256;
    private static final int BATCH_CHARACTERS = 1 << 16;

    private final Workbook workbook;
    private final BlockingQueue<Batch> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<Batch> filled = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread;
    private Batch present = new Batch();
    private int taken;
    private volatile boolean closed;

    private ReadAhead(Workbook workbook) {
        this.workbook = workbook;
        for (int i = 1; i < BATCHES; i++) {
            empty.add(new Batch());
        }
        this.thread = new Thread(this::fill, Thread.currentThread().getName() + "-reader");
        thread.setDaemon(true);
    }

    /** Starts to read; what the workbook has handed out so far is not given again. */
    public static ReadAhead of(Workbook workbook) {
        ReadAhead ahead = new ReadAhead(workbook);
        ahead.thread.start();
        return ahead;
    }

    /**
     * The next row, null at the end of the sheet. It stands until the next call.
     *
     * @throws UnreadableSpreadsheet and whatever else reading ended with, after the rows that came before it
     */
    public Row next() {
        while (taken == present.size) {
            if (present.last) {
                present.rethrow();
                return null;
            }
            empty.add(present);
            present = take(filled);
            taken = 0;
        }
        return present.rows[taken++];
    }

    /** How much of the sheet was read when the present row was, by compressed size: 0 to 1. */
    public double fractionRead() {
        return present.fraction;
    }

    /** Ends the reading and gives the workbook back. */
    @Override
    public void close() {
        closed = true;
        filled.drainTo(empty);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill() {
        Batch batch = take(empty);
        while (!closed) {
            batch.fill(workbook);
            filled.add(batch);
            if (batch.last) {
                return;
            }
            batch = take(empty);
        }
    }

    /** Neither side waits for good: the reader always ends with a last batch, and closing gives batches back. */
    private static Batch take(BlockingQueue<Batch> queue) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Batch {

        private final Row[] rows = new Row[BATCH_ROWS];
        private int size;
        private boolean last;
        private double fraction;
        private Throwable failure;

        void fill(Workbook workbook) {
            clear();
            int characters = 0;
            try {
                while (size < BATCH_ROWS && characters < BATCH_CHARACTERS && !last) {
                    Row row = workbook.nextRow();
                    if (row == null) {
                        last = true;
                    } else {
                        characters += keep(row);
                    }
                }
                fraction = workbook.fractionRead();
            } catch (Throwable e) {
                // Errors too: whatever happens here is the caller's to hear of.
                last = true;
                failure = e;
            }
        }

        /** A batch that is full by characters has few rows: the others must not go on holding what they once held. */
        private void clear() {
            for (int i = 0; i < size; i++) {
                rows[i].start(0);
            }
            size = 0;
        }

        private int keep(Row row) {
            if (rows[size] == null) {
                rows[size] = row.copy();
            } else {
                rows[size].become(row);
            }
            size++;
            return row.characters();
        }

        void rethrow() {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
    }
}
