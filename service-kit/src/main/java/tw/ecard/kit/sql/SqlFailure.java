package tw.ecard.kit.sql;

import java.sql.SQLException;

/** The database refused or lost a statement. */
public class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SqlFailure(SQLException cause) {
        super(cause);
    }
}
