package tw.ecard.kit.inbox;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import tw.ecard.kit.topic.EventTopics;

/**
 * Polls one topic and hands each record on. The offset follows the effect; a record that fails for now is polled again,
 * so that the heartbeat goes on while the database is away.
 */
class ConsumerLoop {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final String topic;
    private final ConsumerSettings settings;
    private final EventTopics topics;
    private final RecordIntake intake;
    private final Thread worker;
    private volatile boolean running = true;
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

    void stop() {
        running = false;
        KafkaConsumer<String, byte[]> consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            worker.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (running) {
            try (KafkaConsumer<String, byte[]> consumer = settings.open()) {
                current = consumer;
                topics.ensure(topic);
                consumer.subscribe(List.of(topic));
                while (running) {
                    consume(consumer, consumer.poll(POLL));
                }
            } catch (WakeupException e) {
                LOG.debugf("consumer of %s stops", topic);
            } catch (KafkaException e) {
                LOG.warnf(e, "consumer of %s starts again", topic);
                pause();
            }
        }
    }

    private void consume(KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<String, byte[]> message : records.records(partition)) {
                if (!intake.take(message)) {
                    consumer.seek(partition, message.offset());
                    pause();
                    break;
                }
                consumer.commitSync(java.util.Map.of(partition, new OffsetAndMetadata(message.offset() + 1)));
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(settings.pause().toMillis());
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
