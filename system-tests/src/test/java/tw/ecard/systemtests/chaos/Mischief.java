package tw.ecard.systemtests.chaos;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import tw.ecard.localstack.postgres.PostgresServer;
import tw.ecard.systemtests.stack.Topics;

/**
 * Delivers events as no producer should: again, out of order, on partitions that their keys do not name, and before the
 * relay has sent them at all.
 */
final class Mischief implements AutoCloseable {

    private static final int MOST_AT_ONCE = 500;
    private static final int ONE_COMES_AGAIN_OF = 3;
    private static final String HOLD_RELAY = "SELECT id FROM outbox_relay_lock FOR UPDATE";
    private static final String UNSENT =
            "SELECT topic, subject, body FROM outbox WHERE sent_at IS NULL ORDER BY id LIMIT " + MOST_AT_ONCE;

    private final PostgresServer postgres;
    private final KafkaConsumer<String, String> consumer;
    private final KafkaProducer<String, String> producer;
    private final AtomicLong sentAgain = new AtomicLong();
    private final AtomicLong sentAhead = new AtomicLong();

    private record Event(String topic, String key, String body) {}

    Mischief(PostgresServer postgres, Topics topics, String bootstrapServers) {
        this.postgres = postgres;
        this.consumer = topics.listenFromNow();
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Sends some of what was on the topics a while ago once more; for one thread. */
    void sendAgain(Random dice) throws InterruptedException, ExecutionException {
        List<Event> again = new ArrayList<>();
        for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofMillis(100))) {
            // Copies of copies would never end.
            if (found.headers().lastHeader(Topics.COPY) == null && dice.nextInt(ONE_COMES_AGAIN_OF) == 0) {
                again.add(new Event(found.topic(), found.key(), found.value()));
            }
        }
        send(again, dice);
        sentAgain.addAndGet(again.size());
    }

    /** Keeps the relay of a service from sending for so long, and then sends what waits before it can. */
    void sendAhead(String database, Turmoil turmoil, Random dice)
            throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(HOLD_RELAY);
            turmoil.pause(dice.nextInt(1_500));
            List<Event> waiting = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(UNSENT)) {
                while (rows.next()) {
                    waiting.add(new Event(rows.getString(1), rows.getString(2), rows.getString(3)));
                }
            }
            send(waiting, dice);
            sentAhead.addAndGet(waiting.size());
            connection.rollback();
        }
    }

    long sentAgain() {
        return sentAgain.get();
    }

    long sentAhead() {
        return sentAhead.get();
    }

    private void send(List<Event> events, Random dice) throws InterruptedException, ExecutionException {
        Collections.shuffle(events, dice);
        List<Future<?>> answers = new ArrayList<>();
        for (Event event : events) {
            int partitions = producer.partitionsFor(event.topic()).size();
            ProducerRecord<String, String> message =
                    new ProducerRecord<>(event.topic(), dice.nextInt(partitions), event.key(), event.body());
            message.headers().add(Topics.COPY, new byte[0]);
            answers.add(producer.send(message));
        }
        for (Future<?> answer : answers) {
            answer.get();
        }
    }

    @Override
    public void close() {
        consumer.close();
        producer.close();
    }
}
