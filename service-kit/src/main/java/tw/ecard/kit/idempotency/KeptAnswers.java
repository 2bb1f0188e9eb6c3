package tw.ecard.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.ecard.kit.sql.Sql;

/** The answers given to calls with a key; kept for a day. */
@ApplicationScoped
class KeptAnswers {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final List<String> KEPT_HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;

    KeptAnswers(Sql sql, ObjectMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** What a key belongs to. */
    record Key(String client, String operation, String key) {

        String lockName() {
            return client + "\n" + operation + "\n" + key;
        }
    }

    /** The answer given before; the key stays locked until the running transaction ends. */
    Optional<Response> find(Key key, String fingerprint) {
        if (!locked(key)) {
            throw new IdempotencyRefusal.StillRunning();
        }
        return sql.first(
                        row -> new Kept(
                                row.getString("fingerprint"),
                                row.getInt("status"),
                                row.getString("headers"),
                                row.getString("body")),
                        """
                        SELECT fingerprint, status, headers, body FROM idempotency_key
                        WHERE client = ? AND operation = ? AND key = ? AND created_at > ?""",
                        key.client(),
                        key.operation(),
                        key.key(),
                        clock.instant().minus(KEPT))
                .map(kept -> answer(kept, fingerprint));
    }

    void keep(Key key, String fingerprint, Response answer) throws JsonProcessingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            if (answer.getHeaderString(name) != null) {
                headers.put(name, answer.getHeaderString(name));
            }
        }
        sql.update(
                """
                INSERT INTO idempotency_key (client, operation, key, fingerprint, status, headers, body, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (client, operation, key) DO UPDATE
                SET fingerprint = excluded.fingerprint, status = excluded.status, headers = excluded.headers,
                    body = excluded.body, created_at = excluded.created_at""",
                key.client(),
                key.operation(),
                key.key(),
                fingerprint,
                answer.getStatus(),
                json.writeValueAsString(headers),
                answer.hasEntity() ? json.writeValueAsString(answer.getEntity()) : "",
                clock.instant());
    }

    /** Forgets what is older than a day; on every replica, which does no harm. */
    @Scheduled(every = "1h", delayed = "1m")
    void forget() {
        sql.update(
                "DELETE FROM idempotency_key WHERE created_at <= ?",
                clock.instant().minus(KEPT));
    }

    private boolean locked(Key key) {
        return sql.first(
                        row -> row.getBoolean(1),
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                        key.lockName())
                .orElse(false);
    }

    private Response answer(Kept kept, String fingerprint) {
        if (!kept.fingerprint().equals(fingerprint)) {
            throw new IdempotencyRefusal.KeyReused();
        }
        Response.ResponseBuilder answer = Response.status(kept.status());
        try {
            json.readValue(kept.headers(), new TypeReference<Map<String, String>>() {})
                    .forEach(answer::header);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept headers cannot be read", e);
        }
        if (!kept.body().isEmpty()) {
            answer.entity(kept.body()).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        }
        return answer.build();
    }

    private record Kept(String fingerprint, int status, String headers, String body) {}
}
