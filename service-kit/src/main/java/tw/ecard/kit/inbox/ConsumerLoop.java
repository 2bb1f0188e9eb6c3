package tw.ecard.kit.inbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import tw.ecard.kit.topic.EventTopics;

/**
 * Polls one topic and hands each record on. The offsets follow the effects; a record that fails for now is polled again,
 * so that the heartbeat goes on while the database is away.
 */
class ConsumerLoop {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration REACH = Duration.ofSeconds(10);
    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final String topic;
    private final ConsumerSettings settings;
    private final EventTopics topics;
    private final RecordIntake intake;
    private final Thread worker;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Map<TopicPartition, OffsetAndMetadata> taken = new HashMap<>();
    private volatile KafkaConsumer<String, byte[]> current;

    ConsumerLoop(String topic, ConsumerSettings settings, EventTopics topics, RecordIntake intake) {
        this.topic = topic;
        this.settings = settings;
        this.topics = topics;
        this.intake = intake;
        this.worker = new Thread(this::run, "consume-" + topic);
    }

    void start() {
        worker.start();
    }

    /** Asks the loop to end after the record that it is at. */
    void stop() {
        stopping.countDown();
        KafkaConsumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    void awaitEnd() throws InterruptedException {
        worker.join(STOP.toMillis());
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void run() {
        boolean failing = false;
        while (!isStopping()) {
            try {
                topics.ensure(topic, REACH);
                intake.resume(topic);
                failing = false;
                consume();
            } catch (RuntimeException e) {
                LOG.logf(failing ? Logger.Level.DEBUG : Logger.Level.WARN, e, "consumer of %s starts again", topic);
                failing = true;
                topics.forget();
                pause();
            }
        }
    }

    private void consume() {
        KafkaConsumer<String, byte[]> consumer = settings.open();
        try {
            current = consumer;
            consumer.subscribe(List.of(topic));
            while (!isStopping()) {
                take(consumer, consumer.poll(POLL));
                intake.resumeIfLeft(topic);
            }
        } catch (WakeupException e) {
            LOG.debugf("consumer of %s stops", topic);
            commit(consumer);
        } finally {
            current = null;
            taken.clear();
            // Leaves the group, so that another replica has the partitions at once.
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }

    private void take(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<String, byte[]> message : records.records(partition)) {
                if (isStopping() || !intake.take(message)) {
                    consumer.seek(partition, message.offset());
                    pause();
                    break;
                }
                taken.put(partition, new OffsetAndMetadata(message.offset() + 1));
            }
            commit(consumer);
        }
    }

    private void commit(KafkaConsumer<String, byte[]> consumer) {
        if (!taken.isEmpty()) {
            consumer.commitSync(taken);
            taken.clear();
        }
    }

    private void pause() {
        try {
            stopping.await(settings.pause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stopping.countDown();
        }
    }
}
