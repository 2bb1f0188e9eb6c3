package tw.ecard.systemtests.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Proof that a call changed no row of either database. */
public final class Unchanged {

    private final Database registration;
    private final Database queue;

    public Unchanged(Ecard ecard) {
        this.registration = ecard.registrationDatabase();
        this.queue = ecard.queueDatabase();
    }

    /** Makes the call and holds that every table of both services is as it was. */
    public Answer by(Supplier<Answer> call) {
        Map<String, String> before = atRest();
        Answer answer = call.get();
        assertThat(fingerprints()).as("tables after " + answer).isEqualTo(before);
        return answer;
    }

    /** The tables once nothing is on its way any more: no event to be sent or applied, no mail. */
    public Map<String, String> atRest() {
        Await.until("both services to be at rest", this::underWay, count -> count == 0);
        return fingerprints();
    }

    /** Events that are not sent, received or applied, mails that are not sent, texts that are not fetched. */
    private long underWay() {
        String events = "SELECT (SELECT count(*) + count(*) FILTER (WHERE sent_at IS NULL) FROM outbox)"
                + " - (SELECT count(*) - count(*) FILTER (WHERE applied_at IS NULL) FROM inbox)";
        return registration.number(events + " + (SELECT count(*) FROM staff_return WHERE texts IS NULL)")
                + queue.number(events + " + (SELECT count(*) FROM notification WHERE state = 'PENDING')");
    }

    private Map<String, String> fingerprints() {
        Map<String, String> both = new TreeMap<>(registration.fingerprints());
        both.putAll(queue.fingerprints());
        return both;
    }
}
