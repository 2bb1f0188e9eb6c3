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
     * Nothing is wrong with the statement, it may simply be run again later: the connection was lost, or the server was
     * shut down, became a standby, waited too long for a lock, had no room, or had this one give way to another.
     */
    PASSING("08", "25006", "25P03", "40", "53", "55P03", "57", "58");

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
