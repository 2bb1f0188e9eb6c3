package tw.ecard.benchmarks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.ecard.localstack.TestTokens;
import tw.ecard.localstack.postgres.PostgresServer;
import tw.ecard.localstack.process.Ports;

/** What the packaged services are told of their surroundings; all else is as they are delivered. */
record ServiceSettings(Path directory, PostgresServer postgres, String kafka) {

    /**
     * For the JVM of queue-service: nobody is there who would give it a token to ask for a contact with. The environment
     * cannot say it, where the name of the property would also be that of another one.
     */
    static final List<String> WITHOUT_TOKENS =
            List.of("-Dquarkus.oidc-client.discovery-enabled=false", "-Dquarkus.oidc-client.token-path=/token");

    Map<String, String> registration(String database) throws IOException {
        Path uploads = directory.resolve("uploads-" + database);
        if (Files.notExists(uploads)) {
            Files.createDirectory(
                    uploads, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Map<String, String> settings = service(database);
        settings.put("ECARD_PROTECTION_MASTER_KEY", Infrastructure.KEY);
        settings.put("ECARD_PROTECTION_PERSON_KEY", Infrastructure.KEY);
        settings.put("ECARD_ROSTERS_UPLOADS_AN_HOUR", "0");
        settings.put("ECARD_UPLOADS_DIRECTORY", uploads.toString());
        return settings;
    }

    Map<String, String> queue(String database) {
        Map<String, String> settings = service(database);
        settings.put("ECARD_MAIL_ENABLED", "false");
        return settings;
    }

    /** The same for a service that nobody sends anything and that tells nobody. */
    Map<String, String> alone(Map<String, String> settings) {
        Map<String, String> alone = new HashMap<>(settings);
        alone.put("ECARD_CONSUMER_ENABLED", "false");
        alone.put("ECARD_OUTBOX_RELAY_ENABLED", "false");
        alone.put("QUARKUS_HTTP_HOST", Ports.LOOPBACK);
        alone.put("QUARKUS_HTTP_PORT", Integer.toString(Ports.free()));
        return alone;
    }

    private Map<String, String> service(String database) {
        Map<String, String> settings = new HashMap<>();
        // The profile in which nobody but the caller's tokens is asked who somebody is.
        settings.put("QUARKUS_PROFILE", "test");
        settings.put("QUARKUS_OIDC_PUBLIC_KEY", TestTokens.publicKey());
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database));
        settings.put("QUARKUS_DATASOURCE_USERNAME", database);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", database);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        return settings;
    }
}
