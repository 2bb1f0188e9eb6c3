package tw.ecard.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.TestInfrastructure.Database;
import tw.ecard.localstack.process.Waiting;

class SharedInfrastructureIT {

    @Test
    void the_database_is_version_18_and_as_durable_as_in_production() throws SQLException {
        Database database = TestInfrastructure.createDatabase("durable");
        try (Connection connection = connect(database)) {
            assertThat(setting(connection, "server_version")).startsWith("18.");
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void a_database_opens_to_its_own_user_with_the_right_password_only() throws SQLException {
        Database one = TestInfrastructure.createDatabase("one");
        Database other = TestInfrastructure.createDatabase("other");
        connect(one).close();
        assertThatThrownBy(() -> DriverManager.getConnection(one.jdbcUrl(), "one", "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
        assertThatThrownBy(() -> DriverManager.getConnection(one.jdbcUrl(), other.username(), other.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_database_asked_for_again_is_the_same_one() throws SQLException {
        try (Connection connection = connect(TestInfrastructure.createDatabase("again"))) {
            connection.createStatement().execute("CREATE TABLE kept (id int)");
        }
        try (Connection connection = connect(TestInfrastructure.createDatabase("again"))) {
            connection.createStatement().execute("INSERT INTO kept VALUES (1)");
        }
    }

    @Test
    void a_record_goes_through_the_broker() {
        String servers = TestInfrastructure.kafkaBootstrapServers();
        assertThat(TestInfrastructure.kafkaBootstrapServers()).isEqualTo(servers);
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("greetings", "key", "value"));
        }
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "group.id", "g", "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("greetings"));
            // One poll may end before the group is formed.
            assertThat(Waiting.until(
                            Duration.ofMinutes(1),
                            () -> !consumer.poll(Duration.ofSeconds(1)).isEmpty()))
                    .isTrue();
        }
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (ResultSet result = connection.createStatement().executeQuery("SHOW " + name)) {
            result.next();
            return result.getString(1);
        }
    }
}
