package tw.ecard.registration;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the service under test: the machine's, until a test sets it by hand; that test lets it run again. */
@Mock
@Singleton
public class HandSetClock extends Clock {

    private final Clock machine = Clock.systemUTC();
    private volatile Instant set;

    public void set(Instant instant) {
        set = instant;
    }

    public void letRun() {
        set = null;
    }

    @Override
    public Instant instant() {
        Instant byHand = set;
        return byHand == null ? machine.instant() : byHand;
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
