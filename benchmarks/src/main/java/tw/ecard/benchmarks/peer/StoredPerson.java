package tw.ecard.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "known_person")
class StoredPerson {

    @Id
    private UUID person;

    @Column(name = "roster_id")
    private UUID rosterId;

    @Column(name = "sheet_row")
    private Integer sheetRow;

    protected StoredPerson() {}

    StoredPerson(UUID rosterId, PeerRow row) {
        this.person = row.person();
        this.rosterId = rosterId;
        this.sheetRow = row.sheetRow();
    }
}
