package tw.ecard.kit.inbox;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes records without applying them, after refusing as often as it is told. */
class CountingIntake extends RecordIntake {

    private final List<Long> offsets = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    CountingIntake() {
        super(null, null, null, 1);
    }

    void refuse(int times) {
        refusals.set(times);
    }

    int taken() {
        return offsets.size();
    }

    List<Long> offsets() {
        return List.copyOf(offsets);
    }

    @Override
    boolean take(ConsumerRecord<String, byte[]> message) {
        if (refusals.getAndDecrement() > 0) {
            return false;
        }
        offsets.add(message.offset());
        return true;
    }

    @Override
    void resume(String topic) {
        // Nothing waits.
    }

    @Override
    void resumeIfLeft(String topic) {
        // Nothing waits.
    }
}
