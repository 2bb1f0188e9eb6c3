package tw.ecard.registration.roster;

import java.util.List;
import java.util.function.ObjIntConsumer;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.check.RosterListener;
import tw.ecard.registration.roster.check.RowError;

/**
 * What happens while a roster is checked: as long as all rows are good they are copied into the database, in the hope
 * that the end is good too; the first wrong one gives the copy up. About each second the progress is shown.
 */
final class CheckRun implements RosterListener {

    private static final long SECOND = 1_000_000_000L;

    private final ReaderCopy copy;
    private final ReaderSealing sealing;
    private final Findings findings;
    private final ObjIntConsumer<Integer> progress;
    private PeopleInRows people;
    private long shownAt = System.nanoTime();

    CheckRun(ReaderCopy copy, ReaderSealing sealing, Findings findings, ObjIntConsumer<Integer> progress) {
        this.copy = copy;
        this.sealing = sealing;
        this.findings = findings;
        this.progress = progress;
    }

    /** Makes of a reader what may be stored. */
    @FunctionalInterface
    interface ReaderSealing {
        byte[] seal(ReaderRow reader);
    }

    @Override
    public void accepted(ReaderRow reader, List<RowError> warnings) {
        if (copy.isActive()) {
            copy.write(reader.row(), sealing.seal(reader));
        }
        findings.accepted(reader, warnings);
    }

    @Override
    public void wrong(int row, List<RowError> errors) {
        copy.close();
        findings.wrong(row, errors);
    }

    @Override
    public void header(List<RowError> warnings) {
        findings.header(warnings);
    }

    @Override
    public void people(PeopleInRows found) {
        people = found;
    }

    /** Everybody in the file; null where it was not read to its end. */
    PeopleInRows people() {
        return people;
    }

    @Override
    public void progress(int rowsRead, double fractionRead) {
        long now = System.nanoTime();
        if (now - shownAt >= SECOND) {
            shownAt = now;
            Integer total = fractionRead > 0 ? Math.max(rowsRead, (int) Math.round(rowsRead / fractionRead)) : null;
            progress.accept(total, rowsRead);
        }
    }
}
