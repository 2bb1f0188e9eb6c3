package tw.ecard.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.service.ServiceProcess;
import tw.ecard.systemtests.actor.Case;
import tw.ecard.systemtests.actor.Contact;
import tw.ecard.systemtests.actor.Institution;
import tw.ecard.systemtests.actor.Lane;
import tw.ecard.systemtests.actor.Paper;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Call;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.WithEcard;

/** First come, first served, over REST, with two replicas of registration-service of which one is killed half-way. */
@WithEcard
class ReplicasIT {

    private static final int APPLICATIONS = 1_000;
    private static final int CLIENTS = 16;
    private static final String MAIL = "ECARD_MAIL_ENABLED";

    private final Ecard ecard;
    private final ServiceProcess replica;
    private final String first;
    private final AtomicBoolean replicaDied = new AtomicBoolean();
    private final AtomicInteger complete = new AtomicInteger();
    private final Map<String, Completion> completions = new ConcurrentHashMap<>();

    ReplicasIT(Ecard ecard) {
        this.ecard = ecard;
        this.first = ecard.registration().url();
        this.replica = ecard.stack().replicaOf(ecard.registration());
    }

    /** When the call that completed an application began (at its first try) and when its answer was there. */
    private record Completion(String application, long began, long ended) {}

    /** A claimed case. */
    private record Claimed(String application, long number, OffsetDateTime at) {}

    @AfterEach
    void one_replica_is_left() {
        replica.stop();
        ecard.queue().stop();
        ecard.queueDatabase().execute("UPDATE notification SET state = 'CANCELLED' WHERE state = 'PENDING'");
        ecard.queue().environment(MAIL, "true").start();
    }

    @Test
    void a_thousand_applications_get_tickets_without_a_gap_and_are_claimed_in_that_order() throws Exception {
        // A thousand mails are not what this is about.
        ecard.queue().stop();
        ecard.queue().environment(MAIL, "false").start();
        replica.start();
        long last = lastTicket();

        applyAndComplete();
        assertThat(replicaDied).isTrue();
        Await.until(
                "all cases to be admitted", Duration.ofSeconds(60), this::waiting, waiting -> waiting == APPLICATIONS);
        List<Claimed> claimed = claimedByTwoClerks();

        assertThat(claimed.stream().sorted(Comparator.comparing(Claimed::at)).map(Claimed::number))
                .as("ticket numbers in the order of claiming")
                .containsExactlyElementsOf(LongStream.rangeClosed(last + 1, last + APPLICATIONS)
                        .boxed()
                        .toList());
        assertThat(claimed).extracting(Claimed::application).containsExactlyInAnyOrderElementsOf(completions.keySet());
        assertThat(overtaken(claimed)).isEmpty();
    }

    private void applyAndComplete() throws Exception {
        ConcurrentLinkedQueue<Integer> work = new ConcurrentLinkedQueue<>(
                IntStream.range(0, APPLICATIONS).boxed().toList());
        inParallel(CLIENTS, () -> {
            while (work.poll() != null) {
                bringOneToReview();
            }
        });
    }

    private void bringOneToReview() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = ecard.school().application(Institution.documentNumber(), Contact.unique());
        Answer recorded = persistently(
                at -> Call.post(at + "/v1/applications").idempotencyKey(key).json(body));
        String id = recorded.expect(201).json().path("id").asText();
        handIn(id, Paper.APPLICATION_FORM);
        long began = System.nanoTime();
        handIn(id, Paper.CONSENT_DECLARATION);
        completions.put(id, new Completion(id, began, System.nanoTime()));
        if (complete.incrementAndGet() == APPLICATIONS / 2) {
            replica.kill();
            replicaDied.set(true);
        }
    }

    /** A paper that was taken although its answer was lost completes the case: then it is out of order the second time. */
    private void handIn(String id, Paper paper) {
        Answer answer = persistently(at -> Call.put(at + "/v1/applications/" + id + "/attachments/" + paper.kind())
                .file(paper.fileName(), paper.content()));
        boolean alreadyThere = replicaDied.get() && answer.problem().equals("step-out-of-order");
        assertThat(alreadyThere || answer.status() == 200 || answer.status() == 201)
                .as(answer + " " + answer.text())
                .isTrue();
    }

    /** Sends the call to one of the replicas, and to the surviving one when that fails. */
    private Answer persistently(java.util.function.Function<String, Call> call) {
        String token = ecard.school().token();
        boolean toReplica = !replicaDied.get() && complete.get() % 2 == 0;
        if (toReplica) {
            try {
                Answer answer = call.apply(replica.url()).as(token).trySend();
                if (answer.status() < 500) {
                    return answer;
                }
            } catch (IOException killed) {
                replicaDied.set(true);
            }
        }
        return Await.until(
                "an answer of the surviving replica",
                () -> call.apply(first).as(token).send(),
                answer -> !answer.problem().equals("operation-still-running"));
    }

    private List<Claimed> claimedByTwoClerks() throws Exception {
        ConcurrentLinkedQueue<Claimed> claimed = new ConcurrentLinkedQueue<>();
        Supplier<String> names = List.of("clerk", "clerk2").iterator()::next;
        inParallel(2, () -> {
            String name;
            synchronized (names) {
                name = names.get();
            }
            for (var next = ecard.desk(name).claims(Lane.REVIEW);
                    next.isPresent();
                    next = ecard.desk(name).claims(Lane.REVIEW)) {
                claimed.add(claimed(next.get()));
            }
        });
        return List.copyOf(claimed);
    }

    /** All leases are of one length and begin with the claim, so their ends are in the order of the claims. */
    private static Claimed claimed(Case taken) {
        return new Claimed(
                taken.applicationId(),
                taken.number(),
                OffsetDateTime.parse(taken.claimed().path("leaseUntil").asText()));
    }

    /** Applications whose completion had been answered before that of one with a lower number was even asked for. */
    private List<String> overtaken(List<Claimed> claimed) {
        List<String> overtaken = new ArrayList<>();
        long latestBegin = Long.MIN_VALUE;
        for (Claimed found :
                claimed.stream().sorted(Comparator.comparing(Claimed::number)).toList()) {
            Completion completion = completions.get(found.application());
            if (completion.ended() < latestBegin) {
                overtaken.add(found.toString());
            }
            latestBegin = Math.max(latestBegin, completion.began());
        }
        return overtaken;
    }

    private long lastTicket() {
        return ecard.registrationDatabase().number("SELECT last FROM ticket_counter WHERE lane = 'REVIEW'");
    }

    private long waiting() {
        return ecard.queueDatabase().number("SELECT count(*) FROM ticket WHERE lane = 'REVIEW' AND state = 'WAITING'");
    }

    private static void inParallel(int threads, Runnable task) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(task));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
