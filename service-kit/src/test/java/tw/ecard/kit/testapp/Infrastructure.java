package tw.ecard.kit.testapp;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import tw.ecard.localstack.TestInfrastructure;
import tw.ecard.localstack.TestTokens;

/** Gives the test application a database, the broker and the key that its tokens are signed with. */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {

    private String database = "kit";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        TestInfrastructure.Database made = TestInfrastructure.createDatabase(database);
        return Map.of(
                "quarkus.datasource.jdbc.url", made.jdbcUrl(),
                "quarkus.datasource.username", made.username(),
                "quarkus.datasource.password", made.password(),
                "kafka.bootstrap.servers", TestInfrastructure.kafkaBootstrapServers(),
                "quarkus.oidc.public-key", TestTokens.publicKey());
    }

    @Override
    public void stop() {
        // The servers end with the JVM.
    }
}
