package tw.ecard.registration.roster;

import java.util.ArrayList;
import java.util.List;
import tw.ecard.registration.roster.check.RowError;

/** What is kept of a check's findings: those of the first wrong rows, and of the first rows that only have warnings. */
final class Findings {

    private final int listedRows;
    private final List<RowError> listed = new ArrayList<>();
    private int wrongRows;
    private int warnedRows;

    Findings(int listedRows) {
        this.listedRows = listedRows;
    }

    void wrong(List<RowError> errors) {
        if (++wrongRows <= listedRows) {
            listed.addAll(errors);
        }
    }

    void warned(List<RowError> warnings) {
        if (!warnings.isEmpty() && ++warnedRows <= listedRows) {
            listed.addAll(warnings);
        }
    }

    /** In the order of the rows. */
    List<RowError> listed() {
        return listed;
    }
}
