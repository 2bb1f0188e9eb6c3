package tw.ecard.registration.roster;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * How often an institution may upload a roster. Each one tells whether the people in it hold a card or apply elsewhere,
 * which is nobody's business: so many may be asked about as there are to apply for, and not a whole town. All replicas
 * count together, in the database.
 */
@ApplicationScoped
class UploadAllowance {

    private static final Duration HOUR = Duration.ofHours(1);

    private final int anHour;
    private final ProxyManager<String> buckets;

    UploadAllowance(RosterConfig config, DataSource database, Clock clock) {
        this.anHour = config.uploadsAnHour();
        this.buckets = Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .primaryKeyMapper(PrimaryKeyMapper.STRING)
                .table("upload_allowance")
                .clientClock(timeOf(clock))
                .build();
    }

    /** Takes one upload of the institution's, or refuses and says when the next one is free. */
    void take(String institution) {
        if (anHour == 0) {
            return;
        }
        ConsumptionProbe taken = buckets.builder()
                .withImplicitConfigurationReplacement(anHour, TokensInheritanceStrategy.PROPORTIONALLY)
                .build(institution, this::allowance)
                .tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            throw new RosterRefusal.TooManyUploads(anHour, Duration.ofNanos(taken.getNanosToWaitForRefill()));
        }
    }

    private BucketConfiguration allowance() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, HOUR))
                .build();
    }

    private static TimeMeter timeOf(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
