package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;

/** The contacts that an application has had; the last version is the present one. */
@ApplicationScoped
public class Contacts {

    private final Sql sql;
    private final Clock clock;

    Contacts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A contact and since when. */
    public record Named(int version, ContactPerson person, Instant namedAt) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void name(UUID application, int version, ContactPerson person, Actor by) {
        sql.update(
                """
                INSERT INTO contact (application_id, version, name, email, phone, extension, named_at, named_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                application,
                version,
                person.name(),
                person.email(),
                person.phone(),
                person.extension(),
                clock.instant(),
                by.name());
    }

    /** The contact of that version, which there must be. */
    public ContactPerson get(UUID application, int version) {
        return find(application, version).orElseThrow();
    }

    /** The contact of that version; empty when the application never had one. */
    public Optional<ContactPerson> find(UUID application, int version) {
        return sql.first(row -> named(row).person(), """
                        SELECT version, name, email, phone, extension, named_at FROM contact
                        WHERE application_id = ? AND version = ?""", application, version);
    }

    /** The contact of the version that is given for each application. */
    public Map<UUID, ContactPerson> of(Map<UUID, Integer> versions) {
        String[] ids = versions.keySet().stream().map(UUID::toString).toArray(String[]::new);
        Integer[] numbers = versions.values().toArray(Integer[]::new);
        return sql
                .list(
                        row -> Map.entry(
                                Rows.uuid(row, "application_id"), named(row).person()),
                        """
                        SELECT application_id, version, name, email, phone, extension, named_at FROM contact
                        JOIN unnest(CAST(? AS uuid[]), CAST(? AS integer[])) AS wanted (id, number)
                            ON application_id = id AND version = number""",
                        ids,
                        numbers)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All contacts, the first one first. */
    public List<Named> history(UUID application) {
        return sql.list(Contacts::named, """
                SELECT version, name, email, phone, extension, named_at FROM contact
                WHERE application_id = ? ORDER BY version""", application);
    }

    private static Named named(ResultSet row) throws SQLException {
        ContactPerson person = new ContactPerson(
                row.getString("name"), row.getString("email"), row.getString("phone"), row.getString("extension"));
        return new Named(row.getInt("version"), person, Rows.instant(row, "named_at"));
    }
}
