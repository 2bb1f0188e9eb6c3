package tw.ecard.systemtests.chaos;

import java.util.ArrayList;
import java.util.List;
import tw.ecard.systemtests.chaos.Claimants.Claim;
import tw.ecard.systemtests.chaos.Evidence.Place;
import tw.ecard.systemtests.stack.Database;

/** Reads the evidence from the databases, of all that came after the number {@code base}. */
record Witness(Database registration, Database queue, long base) {

    private static final String DRAWN = """
            SELECT ticket || ' ' || application_id FROM queue_place
            WHERE lane = 'REVIEW' AND ticket > ? ORDER BY ticket""";
    private static final String COMMITTED = """
            SELECT p.ticket || ' ' || t.application_id FROM timeline_entry t
            JOIN queue_place p ON p.application_id = t.application_id AND p.lane = 'REVIEW'
            WHERE t.what = 'SUBMITTED' AND p.ticket > ? ORDER BY pg_xact_commit_timestamp(t.xmin), p.ticket""";
    private static final String ADMITTED = """
            SELECT number || ' ' || application_id FROM ticket
            WHERE lane = 'REVIEW' AND number > ? ORDER BY number""";
    private static final String ADMITTED_TWICE = """
            SELECT subject FROM outbox WHERE type = 'tw.ecard.case.admitted.v1'
            GROUP BY subject, body::jsonb->'data'->>'lane' HAVING count(*) > 1""";
    private static final String NOT_APPLIED = "SELECT event_id FROM inbox WHERE applied_at IS NULL";
    private static final String DEAD = "SELECT topic || ' ' || cause FROM dead_letter WHERE replayed_at IS NULL";

    static long lastNumber(Database registration) {
        return registration.number("SELECT last FROM ticket_counter WHERE lane = 'REVIEW'");
    }

    Evidence of(Writers writers, List<Claim> claims) {
        return new Evidence(
                base,
                lastNumber(registration),
                places(registration, DRAWN),
                places(registration, COMMITTED),
                places(queue, ADMITTED),
                writers.completions(),
                writers.withdrawn(),
                claims.stream()
                        .filter(claim -> claim.number() > base)
                        .map(claim -> new Place(claim.number(), claim.application()))
                        .toList(),
                troubles());
    }

    private List<Place> places(Database database, String query) {
        return database.texts(query, base).stream().map(Witness::place).toList();
    }

    private static Place place(String row) {
        String[] parts = row.split(" ");
        return new Place(Long.parseLong(parts[0]), parts[1]);
    }

    private List<String> troubles() {
        List<String> troubles = new ArrayList<>();
        queue.texts(ADMITTED_TWICE).forEach(application -> troubles.add("told twice to be admitted: " + application));
        for (Database database : List.of(registration, queue)) {
            database.texts(NOT_APPLIED)
                    .forEach(event -> troubles.add("not applied in " + database.name() + ": " + event));
            database.texts(DEAD).forEach(letter -> troubles.add("dead letter in " + database.name() + ": " + letter));
        }
        return troubles;
    }
}
