package tw.ecard.localstack.keycloak;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;
import tw.ecard.localstack.process.ChildProcess;
import tw.ecard.localstack.process.Distribution;
import tw.ecard.localstack.process.LogFile;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.StartFailed;

/**
 * Keycloak rebuilds itself at the first start in another mode than it was shipped for, which takes ten seconds. That is
 * done once a clone and shared by all stacks, in a copy that is renamed when it is whole.
 */
final class KeycloakBuild {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private KeycloakBuild() {}

    /** @return the home of a Keycloak that starts at once in development mode */
    static synchronized Path ready(Path log, Path pidFile) throws IOException {
        Path shipped = Distribution.target().resolve("keycloak");
        if (Files.notExists(shipped.resolve("version.txt"))) {
            throw new StartFailed("There is no Keycloak at " + shipped + "; `mvn package` puts it there.");
        }
        String version = Files.readString(shipped.resolve("version.txt")).replaceAll("[^0-9.]", "");
        Path ready = Distribution.target().resolve("keycloak-dev-" + version);
        if (Files.notExists(ready)) {
            Path aside = Files.createTempDirectory(Distribution.target(), "keycloak-building-");
            PathUtils.copyDirectory(shipped, aside);
            build(aside, log, pidFile);
            publish(aside, ready);
        }
        return ready;
    }

    private static void build(Path home, Path log, Path pidFile) throws IOException {
        int exit = new ChildProcess(new ChildProcess.Plan(
                        "keycloak",
                        KeycloakCommand.start(home, Ports.free(), false),
                        Map.of(),
                        log,
                        pidFile,
                        () -> false,
                        PATIENCE))
                .runToEnd();
        if (exit != KeycloakCommand.BUILT) {
            throw new StartFailed("Keycloak could not be built (exit code " + exit + "):\n" + LogFile.end(log, 20));
        }
        Path data = home.resolve("data");
        if (Files.exists(data)) {
            PathUtils.deleteDirectory(data);
        }
    }

    private static void publish(Path aside, Path ready) throws IOException {
        try {
            Files.move(aside, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw e;
        } catch (FileSystemException anotherWasFaster) {
            PathUtils.deleteDirectory(aside);
        }
    }
}
