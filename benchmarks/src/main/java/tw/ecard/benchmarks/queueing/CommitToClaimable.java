package tw.ecard.benchmarks.queueing;

import java.time.Duration;
import java.util.UUID;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Shift;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.stack.CommitListener;
import tw.ecard.benchmarks.stack.Infrastructure;
import tw.ecard.benchmarks.stack.Lab;
import tw.ecard.benchmarks.stack.School;

/**
 * How soon after the commit that completes a case in registration-service it can be claimed in queue-service: outbox,
 * relay, Kafka, inbox and admission of the two packaged services, one case at a time.
 */
public final class CommitToClaimable implements Measure {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final int journeys;
    private final Lab lab;
    private final Turns turns;

    public CommitToClaimable(QueueSizes sizes, Lab lab, Turns turns) {
        this.journeys = sizes.journeys();
        this.lab = lab;
        this.turns = turns.warmedUpLonger();
    }

    @Override
    public String name() {
        return "queue-claimable";
    }

    @Override
    public String meaning() {
        return "p50 from the commit to claimable in the other service ÷ an insert, a record through Kafka, an insert";
    }

    @Override
    public Target target() {
        return Target.atMost(2);
    }

    @Override
    public Outcome take() throws Exception {
        Infrastructure infrastructure = lab.infrastructure();
        School school = lab.school();
        lab.desk();
        school.applies();
        String body = infrastructure.registrationDatabase().ask("SELECT body FROM outbox LIMIT 1");
        Broker broker = new Broker(infrastructure.kafkaBootstrapServers());
        try (CommitListener completed = new CommitListener(
                        infrastructure.registrationDatabase().connectAsSuperuser(),
                        "benchmark_completed",
                        "INSERT ON queue_place",
                        "NEW.application_id::text",
                        "true");
                CommitListener claimable = new CommitListener(
                        infrastructure.queueDatabase().connectAsSuperuser(),
                        "benchmark_claimable",
                        "INSERT OR UPDATE OF state ON ticket",
                        "NEW.application_id::text",
                        "NEW.state = 'WAITING'");
                RawTrip trip =
                        new RawTrip(broker, infrastructure.registrationDatabase(), infrastructure.queueDatabase())) {
            return turns.compare(
                    "ms",
                    "commit to claimable",
                    () -> median(() -> journey(school, completed, claimable)),
                    "raw",
                    () -> median(() -> trip.take(body)));
        }
    }

    private static long journey(School school, CommitListener completed, CommitListener claimable) throws Exception {
        UUID application = school.applies();
        school.handsIn(application, "application-form");
        school.handsIn(application, "consent-declaration");
        long begin = completed.await(application.toString(), PATIENCE);
        return claimable.await(application.toString(), PATIENCE) - begin;
    }

    /** Takes nanoseconds. */
    private interface Trip {
        long take() throws Exception;
    }

    private double median(Trip trip) throws Exception {
        long[] nanos = new long[journeys];
        for (int i = 0; i < journeys; i++) {
            nanos[i] = trip.take();
        }
        return new Shift(0, nanos).medianMilliseconds();
    }
}
