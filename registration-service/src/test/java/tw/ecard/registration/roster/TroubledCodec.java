package tw.ecard.registration.roster;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tw.ecard.registration.reader.ReaderRow;

/** In the place of the real one it makes the check of some rosters fail, or wait, at the row whose unit says so. */
class TroubledCodec extends ReaderCodec {

    static final String OUT_OF_MEMORY = "記憶體不足";
    static final String OUT_OF_STACK = "堆疊不足";
    static final String BROKEN = "程式有誤";
    static final String SLOW = "慢";
    static final String WAITING = "等候";

    private final AtomicInteger encoded = new AtomicInteger();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    byte[] encode(ReaderRow reader) {
        encoded.incrementAndGet();
        String unit = reader.unit() == null ? "" : reader.unit();
        switch (unit) {
            case OUT_OF_MEMORY -> throw new OutOfMemoryError("as if");
            case OUT_OF_STACK -> throw new StackOverflowError("as if");
            case BROKEN -> throw new IllegalStateException("as if");
            case SLOW -> passes(CheckFailureIT.DEADLINE_SECONDS + 1L);
            case WAITING -> {
                reached.countDown();
                await(released);
                // The progress is looked at after each second.
                passes(2);
            }
            default -> {}
        }
        return super.encode(reader);
    }

    /** Rows that came here. */
    int encoded() {
        return encoded.get();
    }

    void awaitReached() {
        await(reached);
    }

    void release() {
        released.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only the time counts here. */
    private static void passes(long seconds) {
        try {
            new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
