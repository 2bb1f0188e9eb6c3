package tw.ecard.localstack.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.file.PathUtils;
import tw.ecard.localstack.process.ChildProcess;
import tw.ecard.localstack.process.PlannedAnew;
import tw.ecard.localstack.process.Readiness;
import tw.ecard.localstack.process.StartFailed;

/**
 * A Keycloak of its own data folder with the realm {@code ecard}, on the loopback interface, as a child process. The
 * realm is imported into an empty folder; when the realm file or its variables have changed since, it is imported anew.
 */
public final class KeycloakServer extends PlannedAnew {

    private static final String REALM_FILE = "ecard-realm.json";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path home;
    private final Path log;
    private final Path pidFile;
    private final int port;
    private final Map<String, String> realmVariables;

    /** @param realmVariables values for the <code>${NAME:default}</code> places of the realm file */
    public KeycloakServer(Path directory, Path log, Path pidFile, int port, Map<String, String> realmVariables) {
        this.home = directory.toAbsolutePath();
        this.log = log;
        this.pidFile = pidFile;
        this.port = port;
        this.realmVariables = Map.copyOf(realmVariables);
    }

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Path log() {
        return log;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    /** The issuer of the realm's tokens. */
    public String realmUrl() {
        return url() + "/realms/ecard";
    }

    @Override
    public void start() {
        try {
            Path built = KeycloakBuild.ready(log, pidFile);
            for (String shared : List.of("lib", "providers", "themes", "conf")) {
                link(home.resolve(shared), built.resolve(shared));
            }
            String fingerprint = prepareImport();
            start(plan());
            Files.writeString(imported(), fingerprint);
        } catch (IOException e) {
            throw new StartFailed("Keycloak could not be prepared in " + home, e);
        }
    }

    private synchronized ChildProcess.Plan plan() {
        Map<String, String> environment = new HashMap<>(realmVariables);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        URI realm = URI.create("http://127.0.0.1:" + port + "/realms/ecard/.well-known/openid-configuration");
        return new ChildProcess.Plan(
                name(),
                KeycloakCommand.start(home, port, true),
                environment,
                log,
                pidFile,
                Readiness.answering(realm),
                PATIENCE);
    }

    private String prepareImport() throws IOException {
        byte[] realm = realmFile();
        String fingerprint = fingerprint(realm);
        Path data = home.resolve("data");
        boolean current = Files.exists(imported()) && fingerprint.equals(Files.readString(imported()));
        if (!current && Files.exists(data)) {
            PathUtils.deleteDirectory(data);
        }
        Files.createDirectories(data.resolve("import"));
        Files.write(data.resolve("import").resolve(REALM_FILE), realm);
        return fingerprint;
    }

    private Path imported() {
        return home.resolve("imported");
    }

    private String fingerprint(byte[] realm) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(realm);
            digest.update(new TreeMap<>(realmVariables).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] realmFile() throws IOException {
        try (InputStream in = KeycloakServer.class.getResourceAsStream("/realm/" + REALM_FILE)) {
            return in.readAllBytes();
        }
    }

    private static void link(Path link, Path target) throws IOException {
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }
}
