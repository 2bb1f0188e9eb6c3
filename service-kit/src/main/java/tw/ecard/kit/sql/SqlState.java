package tw.ecard.kit.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Why the database refused a statement, where the reason decides what to do next. */
public enum SqlState {
    /** A row with this key is there already. */
    UNIQUE_VIOLATION("23505"),
    /** Two transactions stood in each other's way and this one had to give way: it may simply be run again. */
    GAVE_WAY("40P01", "40001");

    private final List<String> codes;

    SqlState(String... codes) {
        this.codes = Arrays.asList(codes);
    }

    /** Whether it is somewhere among the causes of the failure. */
    public boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && codes.contains(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
