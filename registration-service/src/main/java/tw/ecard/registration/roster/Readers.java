package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.vault.RowSeal;

/** The readers of accepted rosters; in the database every one is sealed. */
@ApplicationScoped
public class Readers {

    private final Sql sql;
    private final RowSeal seal;
    private final ReaderCodec codec;

    Readers(Sql sql, RowSeal seal, ReaderCodec codec) {
        this.sql = sql;
        this.seal = seal;
        this.codec = codec;
    }

    /** The next readers behind a row, in the order of the roster. */
    public List<HeldReader> after(UUID roster, long row, int limit) {
        return sql.list(
                answer -> {
                    int number = answer.getInt("sheet_row");
                    byte[] plain = seal.open(roster, number, answer.getBytes("sealed"));
                    return codec.decode(number, answer.getInt("ordinal"), plain);
                },
                """
                SELECT sheet_row, ordinal, sealed FROM reader
                WHERE roster_id = ? AND sheet_row > ? ORDER BY sheet_row LIMIT ?""",
                roster,
                row,
                limit);
    }

    /** Forgets all readers of the roster. */
    @Transactional(Transactional.TxType.MANDATORY)
    void delete(UUID roster) {
        sql.update("DELETE FROM reader WHERE roster_id = ?", roster);
    }
}
