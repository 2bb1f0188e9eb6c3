package tw.ecard.registration.spreadsheet;

import java.time.Duration;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/** The end of the time a file may take, on the monotonic clock: a step of the wall clock must not refuse a roster. */
final class Deadline {

    private final long end;

    Deadline(Duration duration) {
        this.end = System.nanoTime() + duration.toNanos();
    }

    void check() {
        if (System.nanoTime() - end > 0) {
            throw new UnreadableSpreadsheet(Reason.TOO_SLOW, "not read to its end in the time allowed");
        }
    }
}
