package tw.ecard.registration.holder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.holder.HolderImport.Status;

/** Registers that wait for their import, shared by all replicas: a claim is a lease and ends when its worker dies. */
@ApplicationScoped
class HolderImportQueue {

    private static final String CLAIM = """
            UPDATE existing_holder_import
            SET status = 'IMPORTING', lease_token = ?, lease_until = ?, attempts = attempts + 1, rows_read = 0
            WHERE id = (
                SELECT id FROM existing_holder_import
                WHERE status IN ('RECEIVED', 'IMPORTING') AND (lease_until IS NULL OR lease_until < ?)
                ORDER BY attempts, received_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, file_id, received_by""";
    private static final String RENEW =
            "UPDATE existing_holder_import SET lease_until = ?, rows_read = ? WHERE id = ? AND lease_token = ?";
    private static final String FINISH = """
            UPDATE existing_holder_import SET status = ?, file_id = NULL, finished_at = ?, rows_read = ?, added = ?,
                already_known = ?, wrong = ?, problem_code = ?, problem_parameters = ?,
                lease_token = NULL, lease_until = NULL
            WHERE id = ? AND lease_token = ?""";

    private final Sql sql;
    private final HolderConfig config;
    private final Clock clock;

    HolderImportQueue(Sql sql, HolderConfig config, Clock clock) {
        this.sql = sql;
        this.config = config;
        this.clock = clock;
    }

    /** An import that one replica has taken; who holds an older token can no longer decide anything. */
    record Claim(UUID id, UUID fileId, String receivedBy, UUID token) {}

    /** Somebody else does the import by now. */
    static final class ClaimLost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ClaimLost() {
            super("the import was taken over", null, false, false);
        }
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Claim> claim() {
        UUID token = UUID.randomUUID();
        Instant now = clock.instant();
        return sql.first(
                row -> new Claim(Rows.uuid(row, "id"), Rows.uuid(row, "file_id"), row.getString("received_by"), token),
                CLAIM,
                token,
                now.plus(config.lease()),
                now);
    }

    /** Shows the progress and keeps the claim, or throws {@link ClaimLost}. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void renew(Claim claim, int rowsRead) {
        Instant until = clock.instant().plus(config.lease());
        if (sql.update(RENEW, until, rowsRead, claim.id(), claim.token()) == 0) {
            throw new ClaimLost();
        }
    }

    /** Writes what the import came to, in the transaction that registered the people, or throws {@link ClaimLost}. */
    @Transactional(Transactional.TxType.MANDATORY)
    void finish(Claim claim, HolderFile.Content content, int added) {
        boolean refused = content.problem() != null;
        int changed = sql.update(
                FINISH,
                refused ? Status.REFUSED : Status.IMPORTED,
                clock.instant(),
                content.read(),
                added,
                refused ? 0 : content.read() - content.wrong() - added,
                refused ? 0 : content.wrong(),
                refused ? content.problem().code() : null,
                refused ? content.problem().parameters().toArray(String[]::new) : null,
                claim.id(),
                claim.token());
        if (changed == 0) {
            throw new ClaimLost();
        }
    }
}
