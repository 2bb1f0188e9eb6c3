package tw.ecard.registration.decision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.application.Requirement;
import tw.ecard.registration.decision.DecisionData.Returned;
import tw.ecard.registration.lane.Lane;

/** The returns of an application, one a round. Texts by staff never travel in events: they are fetched afterwards. */
@ApplicationScoped
public class StaffReturns {

    private final Sql sql;
    private final ObjectMapper json;

    StaffReturns(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A return whose texts are not fetched yet. */
    record WithoutTexts(UUID application, int round, UUID ticketId) {}

    /** What staff wrote. */
    record Texts(List<StaffReturn.Reason> reasons, List<StaffReturn.RowRemark> rows) {}

    void record(Returned returned, int round, Instant at) {
        sql.update(
                """
                INSERT INTO staff_return
                    (application_id, round, lane, ticket_id, requires, reason_codes, remark_rows, returned_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                returned.applicationId(),
                round,
                returned.lane(),
                returned.ticketId(),
                written(returned.requires()),
                written(returned.reasons()),
                written(returned.rows() == null ? List.of() : returned.rows()),
                at);
    }

    /** The return of that round. */
    public Optional<StaffReturn> of(UUID application, int round) {
        return sql.first(this::read, """
                SELECT lane, requires, reason_codes, remark_rows, texts, returned_at FROM staff_return
                WHERE application_id = ? AND round = ?""", application, round);
    }

    /** The return of the round that is given for each application. */
    public Map<UUID, StaffReturn> of(Map<UUID, Integer> rounds) {
        String[] ids = rounds.keySet().stream().map(UUID::toString).toArray(String[]::new);
        Integer[] numbers = rounds.values().toArray(Integer[]::new);
        return sql.list(row -> Map.entry(Rows.uuid(row, "application_id"), read(row)), """
                        SELECT application_id, lane, requires, reason_codes, remark_rows, texts, returned_at
                        FROM staff_return
                        JOIN unnest(CAST(? AS uuid[]), CAST(? AS integer[])) AS wanted (id, number)
                            ON application_id = id AND round = number""", ids, numbers).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<WithoutTexts> withoutTexts(int limit) {
        return sql.list(
                row -> new WithoutTexts(
                        Rows.uuid(row, "application_id"), row.getInt("round"), Rows.uuid(row, "ticket_id")),
                """
                SELECT application_id, round, ticket_id FROM staff_return
                WHERE texts IS NULL ORDER BY returned_at LIMIT ?""",
                limit);
    }

    void keepTexts(UUID application, int round, Texts texts) {
        sql.update(
                "UPDATE staff_return SET texts = ? WHERE application_id = ? AND round = ?",
                written(texts),
                application,
                round);
    }

    private StaffReturn read(ResultSet row) throws SQLException {
        String texts = row.getString("texts");
        Texts known = texts == null
                ? new Texts(
                        read(row.getString("reason_codes"), new TypeReference<List<String>>() {}).stream()
                                .map(code -> new StaffReturn.Reason(code, null))
                                .toList(),
                        read(row.getString("remark_rows"), new TypeReference<List<Integer>>() {}).stream()
                                .map(number -> new StaffReturn.RowRemark(number, null))
                                .toList())
                : read(texts, new TypeReference<Texts>() {});
        return new StaffReturn(
                Lane.valueOf(row.getString("lane")),
                read(row.getString("requires"), new TypeReference<Set<Requirement>>() {}),
                known.reasons(),
                known.rows(),
                Rows.instant(row, "returned_at"));
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
