package tw.ecard.registration.roster.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;

/** A check with everything its listener heard. */
record CheckedRoster(
        RosterOutcome outcome,
        List<ReaderRow> readers,
        List<RowError> errors,
        List<RowError> header,
        List<Double> progress) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    static CheckedRoster of(byte[] file) {
        return of(file, SpreadsheetLimits.DEFAULT);
    }

    static CheckedRoster of(byte[] file, SpreadsheetLimits limits) {
        return of(file, limits, TODAY);
    }

    static CheckedRoster of(byte[] file, LocalDate today) {
        return of(file, SpreadsheetLimits.DEFAULT, today);
    }

    private static CheckedRoster of(byte[] file, SpreadsheetLimits limits, LocalDate today) {
        List<ReaderRow> readers = new ArrayList<>();
        List<RowError> errors = new ArrayList<>();
        List<RowError> header = new ArrayList<>();
        List<Double> progress = new ArrayList<>();
        RosterOutcome outcome = RosterCheck.run(SpreadsheetSource.of(file), limits, today, new RosterListener() {
            @Override
            public void accepted(ReaderRow reader, List<RowError> warnings) {
                readers.add(reader);
                errors.addAll(warnings);
            }

            @Override
            public void wrong(int row, List<RowError> found) {
                errors.addAll(found);
            }

            @Override
            public void header(List<RowError> warnings) {
                header.addAll(warnings);
            }

            @Override
            public void progress(int rowsRead, double fractionRead) {
                progress.add(fractionRead);
            }
        });
        return new CheckedRoster(outcome, readers, errors, header, progress);
    }

    RosterProblem.Code problem() {
        return outcome.problem() == null ? null : outcome.problem().code();
    }
}
