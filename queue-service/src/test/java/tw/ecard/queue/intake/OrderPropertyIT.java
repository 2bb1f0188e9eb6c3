package tw.ecard.queue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.inbox.Inbox;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

/**
 * A scheduler drawn from a seed decides what happens next: which event is delivered, for the first time or again, who
 * claims, whose lease runs out. A clerk's list on paper says after each step what must have come of it.
 */
@QuarkusTest
@WithTestResource(RealStack.class)
class OrderPropertyIT {

    private static final String TOPIC = "ecard.applications.v1";
    private static final Duration LEASE = Duration.ofMinutes(30);

    @Inject
    World world;

    @Inject
    Inbox inbox;

    @Inject
    EventCodec codec;

    @Inject
    AdmittingCases admission;

    static LongStream seeds() {
        return LongStream.range(0, 6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void claims_follow_the_numbers_whatever_is_delivered_when(long seed) {
        world.beginAnew();
        Random dice = new Random(seed);
        int cases = 3 + dice.nextInt(10);
        Paper paper = new Paper();
        List<Delivery> deliveries = deliveries(cases, dice);
        while (!deliveries.isEmpty()) {
            switch (dice.nextInt(4)) {
                case 0 -> claim(paper, seed);
                case 1 -> {
                    world.clock().advance(LEASE.dividedBy(3));
                    paper.time = paper.time.plus(LEASE.dividedBy(3));
                }
                default -> {
                    Delivery next = deliveries.remove(0);
                    inbox.receive(codec.decode(TOPIC, next.bytes()), next.event());
                    paper.note(next);
                    // What a full batch left behind; the service does this every so often by itself.
                    admission.sweep();
                }
            }
            assertThat(world.admittedUpTo("review"))
                    .as("seed %d: admitted", seed)
                    .isEqualTo(paper.admittedUpTo());
        }
        assertThat(paper.admittedUpTo()).as("seed %d: all", seed).isEqualTo(cases);
        while (claim(paper, seed)) {
            assertThat(paper.claimable()).as("seed %d", seed).isLessThanOrEqualTo(cases);
        }
    }

    /** Claims, and holds that it is what the paper says. @return whether there was a case */
    private boolean claim(Paper paper, long seed) {
        Response answer = world.clerk("clerk").post("/v1/lanes/review/claims");
        long first = paper.claimable();
        if (first == 0) {
            assertThat(answer.statusCode()).as("seed %d: nothing waits", seed).isEqualTo(204);
            return false;
        }
        assertThat(answer.statusCode())
                .as("seed %d: number %d waits", seed, first)
                .isEqualTo(200);
        assertThat(answer.jsonPath().getLong("number"))
                .as("seed %d: claimed", seed)
                .isEqualTo(first);
        paper.claimed.put(first, paper.time);
        return true;
    }

    /** An event of an application on its way. @param sequence its place among those of the application */
    private record Delivery(long number, int sequence, String event) {

        byte[] bytes() {
            return event.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** All events of all applications in any order, some of them more than once. */
    private List<Delivery> deliveries(int cases, Random dice) {
        List<Delivery> deliveries = new ArrayList<>();
        for (long number = 1; number <= cases; number++) {
            RecordedStory story = new RecordedStory(number);
            deliveries.add(new Delivery(number, 1, story.received()));
            deliveries.add(new Delivery(number, 2, story.submitted()));
            if (dice.nextInt(4) == 0) {
                deliveries.add(new Delivery(number, 3, story.withdrawn()));
            }
        }
        for (Delivery delivery : List.copyOf(deliveries)) {
            if (dice.nextInt(3) == 0) {
                deliveries.add(delivery);
            }
        }
        Collections.shuffle(deliveries, dice);
        return deliveries;
    }

    /** What a clerk would keep on paper. */
    private static final class Paper {

        private final TreeMap<Long, TreeSet<Integer>> came = new TreeMap<>();
        private final TreeMap<Long, Duration> claimed = new TreeMap<>();
        private Duration time = Duration.ZERO;

        void note(Delivery delivery) {
            came.computeIfAbsent(delivery.number(), number -> new TreeSet<>()).add(delivery.sequence());
        }

        /** The last number up to which every application has been heard of, from its first event to its ticket. */
        long admittedUpTo() {
            long last = 0;
            while (has(last + 1, 1) && has(last + 1, 2)) {
                last++;
            }
            return last;
        }

        /** The first number that stands in the lane, is not withdrawn, and that nobody has; 0 when there is none. */
        long claimable() {
            return LongStream.rangeClosed(1, admittedUpTo())
                    .filter(number -> !has(number, 3))
                    .filter(number -> !claimed.containsKey(number)
                            || claimed.get(number).plus(LEASE).compareTo(time) <= 0)
                    .findFirst()
                    .orElse(0);
        }

        private boolean has(long number, int sequence) {
            return came.getOrDefault(number, new TreeSet<>()).contains(sequence);
        }
    }
}
