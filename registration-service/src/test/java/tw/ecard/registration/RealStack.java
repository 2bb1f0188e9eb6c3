package tw.ecard.registration;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import tw.ecard.localstack.TestInfrastructure;
import tw.ecard.localstack.TestTokens;

/** The service under test on a real database and a real broker, with tokens that the tests sign themselves. */
public class RealStack implements QuarkusTestResourceLifecycleManager {

    public static final String DATABASE = "registration";

    /** 32 bytes, for tests alone. */
    public static final String MASTER_KEY = "dGVzdHMtb25seS1tYXN0ZXIta2V5LTMyLWJ5dGVzISE=";

    /** 32 bytes, for tests alone. */
    public static final String PERSON_KEY = "dGVzdHMtb25seS1wZXJzb24ta2V5LTMyLWJ5dGVzISE=";

    /** More than all tests together need. */
    public static final int UPLOADS_AN_HOUR = 1_000;

    @Override
    public Map<String, String> start() {
        TestInfrastructure.Database database = TestInfrastructure.createDatabase(DATABASE);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.username());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("kafka.bootstrap.servers", TestInfrastructure.kafkaBootstrapServers());
        settings.put("quarkus.oidc.public-key", TestTokens.publicKey());
        settings.put("quarkus.http.test-port", "0");
        settings.put("ecard.protection.master-key", MASTER_KEY);
        settings.put("ecard.protection.person-key", PERSON_KEY);
        // All tests together are one school.
        settings.put("ecard.rosters.uploads-an-hour", Integer.toString(UPLOADS_AN_HOUR));
        // No trial runs out of its time because the machine is busy.
        settings.put("ecard.roster-checks.deadline", "5m");
        settings.put("ecard.uploads.directory", temporaryDirectory());
        return settings;
    }

    @Override
    public void stop() {
        // Servers and directory end with the JVM; other test classes use them too.
    }

    private static String temporaryDirectory() {
        try {
            return Files.createTempDirectory("ecard-uploads-").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
