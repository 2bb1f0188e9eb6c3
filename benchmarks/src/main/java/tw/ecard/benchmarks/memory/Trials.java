package tw.ecard.benchmarks.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;
import tw.ecard.benchmarks.stack.Imports;
import tw.ecard.benchmarks.stack.Infrastructure;
import tw.ecard.benchmarks.stack.Lab;
import tw.ecard.benchmarks.stack.NoAnswer;
import tw.ecard.localstack.process.StartFailed;
import tw.ecard.localstack.service.ServiceProcess;

/** Starts the packaged service with a heap, sees whether it does what it should, and stops it. */
final class Trials {

    /** Many times what an import takes: a heap in which it takes longer does not serve. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Lab lab;
    private final int step;
    private final int most;
    private final Consumer<String> log;
    private int idle;

    /** What the started service is asked to do. */
    private interface Task {
        void on(Imports imports) throws IOException, InterruptedException, SQLException;
    }

    /** @param step in megabytes */
    Trials(Lab lab, int step, int most, Consumer<String> log) {
        this.lab = lab;
        this.step = step;
        this.most = most;
        this.log = log;
    }

    /** The smallest heap in which the service starts and takes an application in. */
    int smallestIdle() throws Exception {
        if (idle == 0) {
            // Its first start makes its tables, which is not what a heap is tried with.
            lab.imports();
            idle = new HeapSearch(step, most)
                    .smallestFrom(step, megabytes -> serves(megabytes, "idle", Imports::approvedApplication));
        }
        return idle;
    }

    /** The smallest heap in which it accepts the roster. */
    int smallestFor(Path roster, int rows) throws Exception {
        return new HeapSearch(step, most)
                .smallestFrom(
                        smallestIdle(),
                        megabytes -> serves(megabytes, roster.getFileName().toString(), imports -> {
                            String status = imports.run(roster).status();
                            if (!status.equals("ACCEPTED") || lab.tables().rows("reader") != rows) {
                                throw new IllegalStateException("the roster was " + status);
                            }
                        }));
    }

    private boolean serves(int megabytes, String task, Task work) throws Exception {
        Infrastructure infrastructure = lab.withoutService();
        ServiceProcess service = infrastructure.registrationService().jvmArguments("-Xmx" + megabytes + "m");
        boolean serves = false;
        try {
            service.start();
            lab.tables().empty();
            try (Imports imports = new Imports(service, infrastructure, PATIENCE)) {
                work.on(imports);
                serves = service.isRunning();
            }
        } catch (StartFailed | IOException | NoAnswer e) {
            serves = false;
        } finally {
            service.stop();
            forgetUnfinished(infrastructure);
        }
        log.accept("%s: %d MB %s".formatted(task, megabytes, serves ? "serve" : "do not"));
        return serves;
    }

    /** A roster that was not accepted would be taken up again by the next service. */
    private static void forgetUnfinished(Infrastructure infrastructure) throws SQLException {
        try (Connection connection = infrastructure.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE roster SET status = 'CANCELLED' WHERE status IN ('RECEIVED', 'VALIDATING')");
        }
    }
}
