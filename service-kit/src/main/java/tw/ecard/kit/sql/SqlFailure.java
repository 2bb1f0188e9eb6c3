package tw.ecard.kit.sql;

import java.sql.SQLException;

/** The database refused or lost a statement. */
public class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";

    private final String state;

    public SqlFailure(SQLException cause) {
        super(cause);
        this.state = cause.getSQLState();
    }

    /** True when a unique index refused the row. */
    public boolean isUniqueViolation() {
        return UNIQUE_VIOLATION.equals(state);
    }
}
