package tw.ecard.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "reader")
class StoredReader {

    @Id
    @SequenceGenerator(name = "reader_id", sequenceName = "reader_id", allocationSize = 1000)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reader_id")
    private Long id;

    @Column(name = "roster_id")
    private UUID rosterId;

    @Column(name = "sheet_row")
    private int sheetRow;

    private int ordinal;
    private byte[] sealed;

    protected StoredReader() {}

    StoredReader(UUID rosterId, PeerRow row) {
        this.rosterId = rosterId;
        this.sheetRow = row.sheetRow();
        this.ordinal = row.ordinal();
        this.sealed = row.sealed();
    }
}
