package tw.ecard.kit.http;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers when something has ended, or when the caller's patience has; no thread waits meanwhile. */
public final class LongPoll {

    /** Most of what is waited for ends at once; what does not is looked at less and less often. */
    private static final long FIRST_PAUSE_MILLIS = 25;

    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final int LONGEST_SECONDS = 30;
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,2})s?");

    private LongPoll() {}

    /**
     * What a look shows, once it has ended; the first look is the caller's own, so that its refusal is the answer.
     *
     * @param wait as the caller wrote it, {@code 30s}; null not to wait
     */
    public static <T> Uni<T> until(Predicate<T> ended, Supplier<T> look, String wait) {
        return look(ended, look, FIRST_PAUSE_MILLIS, secondsOf(wait) * 1000L);
    }

    private static <T> Uni<T> look(Predicate<T> ended, Supplier<T> look, long pause, long left) {
        T seen = look.get();
        if (ended.test(seen) || left <= 0) {
            return Uni.createFrom().item(seen);
        }
        return Uni.createFrom()
                .nullItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(Math.min(pause, left)))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> look(ended, look, Math.min(2 * pause, LONGEST_PAUSE_MILLIS), left - pause));
    }

    private static int secondsOf(String wait) {
        if (wait == null) {
            return 0;
        }
        Matcher seconds = SECONDS.matcher(wait);
        if (!seconds.matches() || Integer.parseInt(seconds.group(1)) > LONGEST_SECONDS) {
            throw new HttpRefusal.InvalidWait(LONGEST_SECONDS);
        }
        return Integer.parseInt(seconds.group(1));
    }
}
