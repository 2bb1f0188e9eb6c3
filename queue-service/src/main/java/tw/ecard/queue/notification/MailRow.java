package tw.ecard.queue.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import tw.ecard.kit.sql.Rows;

/** Reads what a row of {@code notification} is about. */
final class MailRow {

    private MailRow() {}

    static PlannedMail mail(ResultSet row) throws SQLException {
        return new PlannedMail(
                MailKind.valueOf(row.getString("kind")),
                Rows.uuid(row, "application_id"),
                row.getString("receipt_number"),
                row.getString("institution_code"),
                row.getInt("round"),
                Rows.uuid(row, "ticket_id"),
                Rows.uuid(row, "roster_id"),
                row.getObject("rows", Integer.class),
                row.getObject("errors", Integer.class),
                row.getObject("contact_version", Integer.class));
    }
}
