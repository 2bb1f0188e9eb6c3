package tw.ecard.queue;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.LinkedHashMap;
import java.util.Map;
import tw.ecard.localstack.TestInfrastructure;
import tw.ecard.localstack.TestTokens;
import tw.ecard.localstack.process.Ports;

/**
 * The service under test on a real database, a real broker and a real mail server, with tokens that the tests sign
 * themselves. What stands in for registration-service is {@link RegistrationStub}.
 */
public class RealStack implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        TestInfrastructure.Database database = TestInfrastructure.createDatabase("queue");
        String registration = "http://localhost:" + Ports.free();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", database.username());
        settings.put("quarkus.datasource.password", database.password());
        settings.put("kafka.bootstrap.servers", TestInfrastructure.kafkaBootstrapServers());
        settings.put("quarkus.oidc.public-key", TestTokens.publicKey());
        settings.put("quarkus.http.test-port", "0");
        settings.put("ecard.registration.url", registration);
        settings.put("quarkus.oidc-client.auth-server-url", registration);
        settings.put("quarkus.oidc-client.discovery-enabled", "false");
        settings.put("quarkus.oidc-client.token-path", "/token");
        settings.put("ecard.mail.server.port", Integer.toString(Ports.free()));
        // Short, since some tests have a mail server that says nothing; and long enough for one that does on a busy
        // machine.
        settings.put("ecard.mail.server.timeout", "6s");
        // Small, so that tests see more than one batch.
        settings.put("ecard.intake.batch-size", "4");
        settings.put("ecard.intake.sweep-interval", "1s");
        // Looks come often, and mind the clock that tests set by hand.
        settings.put("ecard.mail.poll-interval", "PT0.05S");
        settings.put("ecard.gaps.look-interval", "1s");
        settings.put("ecard.gaps.page-size", "2");
        // By themselves only at the start: tests say when, after they have said what was measured.
        settings.put("ecard.pace.measure-every", "24h");
        settings.put("ecard.watch.check-interval", "24h");
        return settings;
    }

    @Override
    public void stop() {
        // The servers end with the JVM; other test classes use them too.
    }
}
