package tw.ecard.queue;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the service under test, set by hand. */
@Mock
@Singleton
public class TestClock extends Clock {

    /** Monday, 23 November 2026, ten in the morning in Taipei. */
    public static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    private volatile Instant now = MONDAY;

    public void set(Instant instant) {
        now = instant;
    }

    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
