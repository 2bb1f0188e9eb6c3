package tw.ecard.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import tw.ecard.systemtests.chaos.Claimants.Claim;
import tw.ecard.systemtests.chaos.Writers.Completion;
import tw.ecard.systemtests.stack.Database;

/**
 * That cases were claimed in the order of their tickets, which is the order of the commits that completed them; that no
 * number is missing, nothing happened twice and nothing was lost.
 *
 * @param base the last ticket drawn before the turmoil
 */
record Proof(Database registration, Database queue, long base) {

    private static final String TICKETS = """
            SELECT ticket || ' ' || application_id FROM queue_place
            WHERE lane = 'REVIEW' AND ticket > ? ORDER BY ticket""";
    private static final String COMMITS = """
            SELECT p.ticket || ' ' || t.application_id FROM timeline_entry t
            JOIN queue_place p ON p.application_id = t.application_id AND p.lane = 'REVIEW'
            WHERE t.what = 'SUBMITTED' AND p.ticket > ? ORDER BY pg_xact_commit_timestamp(t.xmin), p.ticket""";
    private static final String ADMITTED = """
            SELECT number || ' ' || application_id FROM ticket
            WHERE lane = 'REVIEW' AND number > ? ORDER BY number""";
    private static final String ANNOUNCED_TWICE = """
            SELECT subject FROM outbox WHERE type = 'tw.ecard.case.admitted.v1'
            GROUP BY subject, body::jsonb->'data'->>'lane' HAVING count(*) > 1""";
    private static final String NOT_APPLIED = "SELECT event_id FROM inbox WHERE applied_at IS NULL";
    private static final String DEAD = "SELECT topic || ' ' || cause FROM dead_letter WHERE replayed_at IS NULL";

    void of(Writers writers, List<Claim> claims) {
        List<String> tickets = registration.texts(TICKETS, base);
        assertThat(numbers(tickets)).as("tickets without a gap").containsExactlyElementsOf(upTo(tickets.size()));
        assertThat(registration.texts(COMMITS, base))
                .as("tickets in the order of commits")
                .isEqualTo(tickets);
        assertThat(queue.texts(ADMITTED, base)).as("tickets that arrived").isEqualTo(tickets);
        assertThat(applications(tickets))
                .as("applications whose completion was answered")
                .containsAll(writers.completions().keySet());
        assertThat(overtaken(tickets, writers.completions()))
                .as("tickets below that of an application that was complete before they were asked for")
                .isEmpty();
        assertClaims(tickets, writers, claims);
        assertNothingTwiceOrLost();
    }

    private void assertClaims(List<String> tickets, Writers writers, List<Claim> claims) {
        List<String> claimed = claims.stream()
                .filter(claim -> claim.number() > base)
                .map(claim -> claim.number() + " " + claim.application())
                .toList();
        List<String> expected = new ArrayList<>(tickets);
        expected.removeIf(
                ticket -> !claimed.contains(ticket) && writers.withdrawn().contains(application(ticket)));
        assertThat(claimed).as("claims in the order of tickets").containsExactlyElementsOf(expected);
    }

    private void assertNothingTwiceOrLost() {
        for (Database database : List.of(registration, queue)) {
            assertThat(database.texts(DEAD)).as("dead letters").isEmpty();
            assertThat(database.texts(NOT_APPLIED)).as("events not applied").isEmpty();
        }
        assertThat(queue.texts(ANNOUNCED_TWICE)).as("admitted twice").isEmpty();
    }

    /** Tickets of applications that were not even asked to be completed when one with a higher number was complete. */
    private static List<String> overtaken(List<String> tickets, Map<String, Completion> completions) {
        List<String> overtaken = new ArrayList<>();
        long latestBegin = Long.MIN_VALUE;
        for (String ticket : tickets) {
            Completion completion = completions.get(application(ticket));
            if (completion != null) {
                if (completion.ended() < latestBegin) {
                    overtaken.add(ticket);
                }
                latestBegin = Math.max(latestBegin, completion.began());
            }
        }
        return overtaken;
    }

    private List<Long> upTo(int count) {
        return LongStream.rangeClosed(base + 1, base + count).boxed().toList();
    }

    private static List<Long> numbers(List<String> tickets) {
        return tickets.stream()
                .map(ticket -> Long.parseLong(ticket.substring(0, ticket.indexOf(' '))))
                .toList();
    }

    private static List<String> applications(List<String> tickets) {
        return tickets.stream().map(Proof::application).toList();
    }

    private static String application(String ticket) {
        return ticket.substring(ticket.indexOf(' ') + 1);
    }
}
