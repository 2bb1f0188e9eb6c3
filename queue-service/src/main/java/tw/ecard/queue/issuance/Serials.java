package tw.ecard.queue.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.time.Taipei;

/**
 * The serials of each year. The year's row stays locked until the transaction ends, and a rollback gives the serials
 * back: they have no gaps. So this is asked for last.
 */
@ApplicationScoped
public class Serials {

    private static final String NEXT = """
            INSERT INTO serial_counter AS c (roc_year, last) VALUES (?, ?)
            ON CONFLICT (roc_year) DO UPDATE SET last = c.last + excluded.last
            RETURNING last""";
    private static final String KEEP =
            "INSERT INTO serial_block (ticket_id, roc_year, first_serial, last_serial) VALUES (?, ?, ?, ?)";

    private final Sql sql;

    Serials(Sql sql) {
        this.sql = sql;
    }

    /**
     * Reserves the next serials of the year.
     *
     * @param issuedOn the day in Taipei
     * @param count at least 1
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public SerialBlock reserve(UUID ticketId, LocalDate issuedOn, int count) {
        int rocYear = Taipei.rocYear(issuedOn);
        SerialBlock block = SerialBlock.endingAt(rocYear, (int) sql.number(NEXT, rocYear, count), count);
        sql.update(KEEP, ticketId, block.rocYear(), block.first(), block.last());
        return block;
    }
}
