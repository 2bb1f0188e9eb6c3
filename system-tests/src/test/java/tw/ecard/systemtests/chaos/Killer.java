package tw.ecard.systemtests.chaos;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import tw.ecard.localstack.process.StartFailed;
import tw.ecard.localstack.service.ServiceProcess;
import tw.ecard.systemtests.stack.Database;

/** Ends processes by SIGKILL, and connections to the databases in the middle of whatever they carry. */
final class Killer {

    private static final String CUT_CONNECTIONS = """
            SELECT count(pg_terminate_backend(pid)) FROM (
                SELECT pid FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'
                    AND application_name LIKE '%%-service' ORDER BY md5(pid || '%d') LIMIT 2) AS victim""";

    private static final int STARTS = 5;

    private final AtomicLong killed = new AtomicLong();
    private final AtomicLong cut = new AtomicLong();

    /** Kills one replica of a service and starts it again after a while; the other one goes on. */
    void killOne(List<ServiceProcess> replicas, Turmoil turmoil, Random dice) throws InterruptedException {
        turmoil.pause(1_000 + dice.nextInt(5_000));
        if (!turmoil.isOver()) {
            ServiceProcess victim = replicas.get(dice.nextInt(replicas.size()));
            victim.kill();
            killed.incrementAndGet();
            turmoil.pause(dice.nextInt(2_000));
            startAgain(victim);
        }
    }

    /** As whoever supervises a process does: one whose connection is cut while it starts ends, and is started again. */
    private static void startAgain(ServiceProcess service) {
        for (int tries = 1; !service.isRunning(); tries++) {
            try {
                service.start();
            } catch (StartFailed failed) {
                if (tries == STARTS) {
                    throw failed;
                }
            }
        }
    }

    /** Ends two sessions of a service that are at work: a relay, a consumer, a claim, a commit. */
    void cutConnections(Database database, Turmoil turmoil, Random dice) throws InterruptedException {
        turmoil.pause(500 + dice.nextInt(1_500));
        cut.addAndGet(database.number(CUT_CONNECTIONS.formatted(dice.nextInt())));
    }

    long killed() {
        return killed.get();
    }

    long cut() {
        return cut.get();
    }
}
