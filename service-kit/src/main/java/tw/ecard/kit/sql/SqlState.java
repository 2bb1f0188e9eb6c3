package tw.ecard.kit.sql;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Why the database refused a statement, where the reason decides what to do next. */
public enum SqlState {
    /** A row with this key is there already. */
    UNIQUE_VIOLATION("23505"),
    /** Two transactions stood in each other's way and this one had to give way: it may simply be run again. */
    GAVE_WAY("40P01", "40001"),
    /**
     * Any other statement would have failed as well, and the same may go well later: the connection was lost or cut, the
     * server was shut down, became a standby or had no room, or this one had to give way to another.
     */
    PASSING("08", "25006", "25P03", "40001", "40003", "40P01", "53100", "53300", "57P");

    private final List<String> beginnings;

    /** @param beginnings of the codes: two characters name a class of them (PostgreSQL's manual, appendix A) */
    SqlState(String... beginnings) {
        this.beginnings = Arrays.asList(beginnings);
    }

    /** Whether it is somewhere among the causes of the failure, or among those of what a commit brought to light. */
    public boolean caused(Throwable failure) {
        return failure != null
                && (isStateOf(failure)
                        || caused(failure.getCause())
                        || Arrays.stream(failure.getSuppressed()).anyMatch(this::caused));
    }

    private boolean isStateOf(Throwable failure) {
        return failure instanceof SQLException refused
                && refused.getSQLState() != null
                && beginnings.stream().anyMatch(refused.getSQLState()::startsWith);
    }
}
