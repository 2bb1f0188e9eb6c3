package tw.ecard.registration.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;

/**
 * Keeps the block that queue-service issued: from its commit on every reader of the roster has the number of its place.
 */
@ApplicationScoped
public class AssigningCards {

    private final Sql sql;

    AssigningCards(Sql sql) {
        this.sql = sql;
    }

    /**
     * Keeps the block.
     *
     * @param voided true when the application was withdrawn before: the serials are used up, nobody gets a card
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void assign(UUID application, UUID roster, SerialBlock block, Instant issuedAt, boolean voided) {
        sql.update("""
                INSERT INTO card_block
                    (application_id, roster_id, roc_year, first_serial, last_serial, issued_at, voided)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", application, roster, block.rocYear(), block.first(), block.last(), issuedAt, voided);
    }

    /** The block of a completed application and its roster. */
    Optional<Issued> of(UUID application) {
        return sql.first(
                row -> new Issued(
                        row.getObject("roster_id", UUID.class),
                        new SerialBlock(
                                row.getInt("roc_year"), row.getLong("first_serial"), row.getLong("last_serial"))),
                """
                SELECT roster_id, roc_year, first_serial, last_serial FROM card_block
                WHERE application_id = ? AND NOT voided""",
                application);
    }

    /** A block and the roster that it was issued for. */
    record Issued(UUID roster, SerialBlock block) {}
}
