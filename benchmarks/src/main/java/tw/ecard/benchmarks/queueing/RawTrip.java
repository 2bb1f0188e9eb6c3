package tw.ecard.benchmarks.queueing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import tw.ecard.benchmarks.stack.MeasuredDatabase;

/** The least that can carry a case from one database to the other: an insert, a record there and back, an insert. */
final class RawTrip implements AutoCloseable {

    private static final String TOPIC = "benchmark.trips.v1";
    private static final String TABLE = "CREATE TABLE IF NOT EXISTS trip (id uuid PRIMARY KEY, body text NOT NULL)";
    private static final String INSERT = "INSERT INTO trip (id, body) VALUES (?, ?)";
    private static final int PATIENCE_SECONDS = 60;

    private final Connection here;
    private final Connection there;
    private final RawProducer producer;
    private final KafkaConsumer<String, String> consumer;
    private final BlockingQueue<Long> arrivals = new LinkedBlockingQueue<>();
    private final Thread receiver = new Thread(this::receive, "trips");

    RawTrip(Broker broker, MeasuredDatabase from, MeasuredDatabase to) throws Exception {
        from.execute(TABLE);
        to.execute(TABLE);
        this.here = from.connectAsSuperuser();
        this.there = to.connectAsSuperuser();
        broker.makeTopic(TOPIC);
        this.producer = new RawProducer(broker.bootstrapServers());
        this.consumer = broker.listen(TOPIC);
        receiver.start();
    }

    /** @return nanoseconds from before the first insert to after the second commit */
    long take(String body) throws Exception {
        UUID id = UUID.randomUUID();
        long begin = System.nanoTime();
        insert(here, id, body);
        producer.send(TOPIC, List.of(id), body);
        Long end = arrivals.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (end == null) {
            throw new IllegalStateException("a record did not arrive");
        }
        return end - begin;
    }

    private void receive() {
        try {
            while (true) {
                for (ConsumerRecord<String, String> found : consumer.poll(Duration.ofSeconds(1))) {
                    insert(there, UUID.fromString(found.key()), found.value());
                    arrivals.add(System.nanoTime());
                }
            }
        } catch (WakeupException closed) {
            consumer.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void insert(Connection connection, UUID id, String body) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, body);
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        consumer.wakeup();
        producer.close();
        here.close();
        there.close();
    }
}
