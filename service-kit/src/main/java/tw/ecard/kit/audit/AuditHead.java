package tw.ecard.kit.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The end of the chain.
 *
 * @param number the last entry's; 0 when there is none
 */
record AuditHead(long number, AuditHash hash) {

    static AuditHead read(ResultSet row) throws SQLException {
        return new AuditHead(row.getLong("number"), AuditHash.of(row.getBytes("hash")));
    }
}
