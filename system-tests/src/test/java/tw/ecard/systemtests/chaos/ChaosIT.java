package tw.ecard.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.service.ServiceProcess;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Database;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.WithEcard;

/**
 * First come, first served, whatever happens: 32 writers, two replicas of each service and claimants at both of them,
 * while transactions are rolled back as they commit, processes and connections are killed, and events come twice, out
 * of order and on other partitions.
 *
 * <p>The build runs the short form, less than two minutes; {@code -Decard.chaos.minutes=60} makes it an hour, and
 * {@code -Decard.chaos.seed} draws the same again. Both forms run packaged replicas: a JVM holds one Quarkus
 * application, and a replica within the test's own process could not be killed.
 */
@WithEcard
class ChaosIT {

    private static final int WRITERS = 32;
    private static final List<String> CLERKS = List.of("clerk", "clerk2", "clerk", "clerk2", "clerk", "clerk2");
    private static final int IN_A_ROW = 100;
    private static final String MAIL = "ECARD_MAIL_ENABLED";
    private static final String LEASE = "ECARD_DESK_LEASE";
    private static final String USUAL_LEASE = "30m";

    /** What was recorded and not sent yet, less what the service applied of the other one's. */
    private static final String UNDER_WAY =
            "SELECT (SELECT count(*) + count(*) FILTER (WHERE sent_at IS NULL) FROM outbox)"
                    + " - (SELECT count(*) - count(*) FILTER (WHERE applied_at IS NULL) FROM inbox)";

    private final Ecard ecard;
    private final ChaosPlan plan = ChaosPlan.fromSystemProperties();
    private final Database registrations;
    private final Database queues;
    private final Rollbacks rollbacks;
    private final Replicas registration;
    private final Replicas queue;
    private final Killer killer = new Killer();

    ChaosIT(Ecard ecard) {
        this.ecard = ecard;
        this.registrations = ecard.registrationDatabase();
        this.queues = ecard.queueDatabase();
        this.rollbacks = new Rollbacks(registrations, queues);
        ecard.queue().environment(MAIL, "false").environment(LEASE, "24h");
        this.registration = withReplica(ecard.registration());
        this.queue = withReplica(ecard.queue());
    }

    private Replicas withReplica(ServiceProcess service) {
        return new Replicas(List.of(service, ecard.stack().replicaOf(service)));
    }

    @AfterEach
    void everything_runs_as_usual() {
        rollbacks.end();
        registration.processes().get(1).stop();
        queue.processes().forEach(ServiceProcess::stop);
        queues.execute("UPDATE notification SET state = 'CANCELLED' WHERE state = 'PENDING'");
        ecard.queue().environment(MAIL, "true").environment(LEASE, USUAL_LEASE).start();
        if (!ecard.registration().isRunning()) {
            ecard.registration().start();
        }
    }

    @Test
    void cases_are_claimed_in_the_order_of_their_commits_whatever_happens() {
        System.out.println("chaos: " + plan);
        try {
            hurtAndProve();
        } catch (Exception | AssertionError e) {
            throw new AssertionError("with " + plan + ": " + e.getMessage(), e);
        }
    }

    private void hurtAndProve() throws Exception {
        prepare();
        Witness witness = new Witness(registrations, queues, Witness.lastNumber(registrations));
        Writers writers = new Writers(registration, ecard.school());
        Claimants claimants = new Claimants(queue, ecard.identities());

        String done = hurt(writers, claimants);
        System.out.println("chaos: " + done);
        long calm = System.nanoTime();
        settleOrSay(claimants, () -> Proof.breaches(witness.of(writers, claimants.inOrder())));
        System.out.println("chaos: at rest after "
                + Duration.ofNanos(System.nanoTime() - calm).toSeconds() + " s");

        assertThat(writers.completions()).as(done).hasSizeGreaterThan(WRITERS);
        assertThat(Proof.breaches(witness.of(writers, claimants.inOrder()))).isEmpty();
    }

    /** The server notes when each transaction is committed: the order that the others are held against. */
    private void prepare() {
        registrations.execute("ALTER SYSTEM SET track_commit_timestamp = on");
        List.of(ecard.registration(), ecard.queue()).forEach(ServiceProcess::stop);
        ecard.stack().postgres().stop();
        ecard.stack().postgres().start();
        for (Replicas service : List.of(registration, queue)) {
            Ecard.startTogether(service.processes().toArray(ServiceProcess[]::new));
        }
        rollbacks.begin();
    }

    /** @return what was done to the system */
    private String hurt(Writers writers, Claimants claimants) throws Exception {
        try (Turmoil turmoil = new Turmoil();
                Mischief mischief = new Mischief(
                        ecard.stack().postgres(), ecard.topics(), ecard.stack().kafkaBootstrapServers())) {
            for (int i = 0; i < WRITERS; i++) {
                Random dice = plan.dice("writer " + i);
                turmoil.begin(() -> writers.bringOne(dice));
            }
            for (int i = 0; i < CLERKS.size(); i++) {
                Random dice = plan.dice("claimant " + i);
                String clerk = CLERKS.get(i);
                turmoil.begin(() -> claimants.claim(dice, clerk));
            }
            for (Replicas service : List.of(registration, queue)) {
                List<ServiceProcess> processes = service.processes();
                Random killing = plan.dice("killer of " + processes.get(0).name());
                turmoil.begin(() -> killer.killOne(processes, turmoil, killing));
            }
            for (Database database : List.of(registrations, queues)) {
                Random cutting = plan.dice("cutter of " + database.name());
                turmoil.begin(() -> killer.cutConnections(database, turmoil, cutting));
                Random ahead = plan.dice("ahead in " + database.name());
                turmoil.begin(() -> mischief.sendAhead(database.name(), turmoil, ahead));
            }
            Random again = plan.dice("again");
            turmoil.begin(() -> mischief.sendAgain(again));
            turmoil.last(plan.turmoil());
            turmoil.end();
            return "%d applications, %d processes and %d sessions killed, %d events sent again and %d ahead"
                    .formatted(
                            writers.completions().size(),
                            killer.killed(),
                            killer.cut(),
                            mischief.sentAgain(),
                            mischief.sentAhead());
        }
    }

    /** What does not come to rest may well be a breach of the order, such as a number that nobody has. */
    private void settleOrSay(Claimants claimants, Supplier<List<String>> breaches) {
        try {
            settle(claimants);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; the proof so far: " + breaches.get(), e);
        }
    }

    /** Nobody is hurt any more: everything that was drawn is admitted, and claimed to the last case. */
    private void settle(Claimants claimants) {
        rollbacks.end();
        Await.until(
                "admission to have come as far as the last ticket",
                plan.patience(),
                () -> Witness.lastNumber(registrations) - admitted(),
                missing -> missing == 0);
        Random dice = plan.dice("last claimant");
        Await.until("the last claim", plan.patience(), () -> claimSome(claimants, dice), claimed -> claimed == 0);
        Await.until(
                "all events to be applied",
                plan.patience(),
                () -> registrations.number(UNDER_WAY) + queues.number(UNDER_WAY),
                count -> count == 0);
    }

    /** In a row: after an hour of turmoil tens of thousands wait. @return how many */
    private static int claimSome(Claimants claimants, Random dice) {
        int claimed = 0;
        while (claimed < IN_A_ROW && claimants.claim(dice, "clerk")) {
            claimed++;
        }
        return claimed;
    }

    private long admitted() {
        return queues.number("SELECT admitted_up_to FROM lane WHERE lane = 'REVIEW'");
    }
}
