package tw.ecard.localstack.keycloak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.localstack.process.Distribution;
import tw.ecard.localstack.process.Ports;

/**
 * How Keycloak is called. Not by its own script: that one stays in between as a shell, and killing a shell does not end
 * the server.
 */
final class KeycloakCommand {

    /** Exit code of a start that first had to build the server for its options, and wants to be started again. */
    static final int BUILT = 10;

    private KeycloakCommand() {}

    static List<String> start(Path home, int port, boolean built) {
        List<String> command = new ArrayList<>(List.of(
                Distribution.java(),
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                // Half the time to start; what a compiler of the second stage gains comes after minutes of load.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf")));
        if (built) {
            command.add("-Dkc.config.built=true");
        }
        command.addAll(List.of(
                "-cp",
                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start-dev",
                "--import-realm",
                "--http-host=" + Ports.LOOPBACK,
                "--http-port=" + port,
                "--hostname=http://localhost:" + port,
                "--log-level=warn"));
        return command;
    }
}
