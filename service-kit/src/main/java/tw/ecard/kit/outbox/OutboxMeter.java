package tw.ecard.kit.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.context.ApplicationScoped;
import tw.ecard.kit.sql.Sql;

/** How many events wait for Kafka. */
@ApplicationScoped
class OutboxMeter implements MeterBinder {

    private static final String UNSENT = "SELECT count(*) FROM outbox WHERE sent_at IS NULL";

    private final Sql sql;

    OutboxMeter(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ecard.outbox.waiting", () -> sql.number(UNSENT))
                .description("Recorded events that Kafka has not taken yet")
                .register(registry);
    }
}
