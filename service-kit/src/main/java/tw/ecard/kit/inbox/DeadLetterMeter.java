package tw.ecard.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;

/** How many events wait for an administrator. */
@ApplicationScoped
class DeadLetterMeter implements MeterBinder {

    private final DeadLetters letters;

    DeadLetterMeter(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ecard.dead.letters.open", letters::countOpen)
                .description("Events that could not be read or applied and were not replayed yet")
                .register(registry);
    }
}
