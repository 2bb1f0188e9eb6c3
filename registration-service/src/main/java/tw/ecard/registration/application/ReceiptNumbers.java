package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.time.Taipei;

/**
 * Draws receipt numbers. The year's row stays locked until the transaction ends, so a rollback gives its number back
 * and the numbers have no gaps.
 */
@ApplicationScoped
class ReceiptNumbers {

    private static final String NEXT = """
            INSERT INTO receipt_counter AS c (roc_year, last) VALUES (?, 1)
            ON CONFLICT (roc_year) DO UPDATE SET last = c.last + 1
            RETURNING last""";

    private final Sql sql;
    private final Clock clock;

    ReceiptNumbers(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    ReceiptNumber draw() {
        int rocYear = Taipei.rocYear(Taipei.dayOf(clock.instant()));
        return ReceiptNumber.of(rocYear, sql.number(NEXT, rocYear));
    }
}
