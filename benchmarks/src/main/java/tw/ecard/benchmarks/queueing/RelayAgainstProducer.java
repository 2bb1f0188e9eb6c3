package tw.ecard.benchmarks.queueing;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.stack.Lab;

/** How fast the relay of the packaged registration-service empties its outbox, against a producer that has all in memory. */
public final class RelayAgainstProducer implements Measure {

    private static final String RELAYED = "benchmark.relayed.v1";
    private static final String PRODUCED = "benchmark.produced.v1";

    private final List<UUID> subjects;
    private final Lab lab;
    private final Turns turns;

    public RelayAgainstProducer(QueueSizes sizes, Lab lab, Turns turns) {
        this.subjects = Stream.generate(UUID::randomUUID).limit(sizes.events()).toList();
        this.lab = lab;
        this.turns = turns;
    }

    @Override
    public String name() {
        return "queue-relay";
    }

    @Override
    public String meaning() {
        return "events/s of the relay, from the outbox to marked as sent ÷ a raw producer with the same settings";
    }

    @Override
    public Target target() {
        return Target.atLeast(0.5);
    }

    @Override
    public Outcome take() throws Exception {
        // An event of the service itself gives the body; with it the service is known to run.
        lab.school().applies();
        WaitingEvents outbox = new WaitingEvents(lab.infrastructure().registrationDatabase());
        String event = lab.infrastructure().registrationDatabase().ask("SELECT body FROM outbox LIMIT 1");
        Broker broker = new Broker(lab.infrastructure().kafkaBootstrapServers());
        broker.makeTopic(RELAYED);
        broker.makeTopic(PRODUCED);
        try (RawProducer producer = new RawProducer(broker.bootstrapServers())) {
            return turns.compare(
                    "events/s",
                    "relay",
                    () -> {
                        long before = broker.records(RELAYED);
                        double seconds = outbox.send(RELAYED, subjects, event);
                        requireAll(outbox.takeBack(RELAYED));
                        return perSecond(before, broker.records(RELAYED), seconds);
                    },
                    "producer",
                    () -> {
                        long before = broker.records(PRODUCED);
                        double seconds = producer.send(PRODUCED, subjects, event);
                        return perSecond(before, broker.records(PRODUCED), seconds);
                    });
        }
    }

    private double perSecond(long before, long after, double seconds) {
        requireAll(after - before);
        return subjects.size() / seconds;
    }

    private void requireAll(long sent) {
        if (sent != subjects.size()) {
            throw new IllegalStateException("%d of %d events were sent".formatted(sent, subjects.size()));
        }
    }
}
