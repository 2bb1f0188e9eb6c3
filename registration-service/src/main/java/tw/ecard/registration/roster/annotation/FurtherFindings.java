package tw.ecard.registration.roster.annotation;

import java.util.List;
import tw.ecard.registration.roster.check.RowError;

/** Findings that no file shows by itself, such as people who hold a card already. */
@FunctionalInterface
public interface FurtherFindings {

    FurtherFindings NONE = row -> List.of();

    /**
     * Those of one row, mostly none. Asked once for each row that has content, in ascending order, so that they need
     * not be held but can be read along.
     *
     * @param row the sheet's own row number
     */
    List<RowError> of(int row);
}
