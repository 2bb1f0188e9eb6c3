package tw.ecard.registration.hostile;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;

/** Checks mutated files and counts how they end; what ends otherwise, or does not end, is named for it to be replayed. */
final class MutationsInSmallHeap {

    static final String FAILED = "FAILED";

    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int SHOWN_FRAMES = 12;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static volatile int present;
    private static volatile long start;
    private static int seen = -1;
    private static long seenSince;

    private MutationsInSmallHeap() {}

    public static void main(String[] arguments) {
        long seed = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Map<String, Integer> ends = new TreeMap<>();
        watch();
        for (int i = 0; i < count; i++) {
            MutatedFile file = MutatedFile.of(seed, i);
            present = i;
            start = PROCESS.getProcessCpuTime();
            try {
                End end = End.of(SmallHeap.check(SpreadsheetSource.of(file.bytes())));
                ends.merge(file.format() + "\t" + (file.inside() ? "inside" : "raw") + "\t" + end, 1, Integer::sum);
            } catch (Throwable e) {
                tell(i, e.toString(), e.getStackTrace());
            }
        }
        ends.forEach((end, files) -> System.out.println(end + "\t" + files));
    }

    /** Of processor time, so that a busy machine fails nothing; at ten times that by the clock something waits for good. */
    private static void watch() {
        Thread main = Thread.currentThread();
        ScheduledExecutorService watching = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "watch");
            thread.setDaemon(true);
            return thread;
        });
        watching.scheduleWithFixedDelay(() -> requireProgress(main), 200, 200, TimeUnit.MILLISECONDS);
    }

    private static void requireProgress(Thread main) {
        if (present != seen) {
            seen = present;
            seenSince = System.nanoTime();
        } else if (PROCESS.getProcessCpuTime() - start > MOST_NANOS
                || System.nanoTime() - seenSince > 10 * MOST_NANOS) {
            tell(seen, "not done in time", main.getStackTrace());
            Runtime.getRuntime().halt(1);
        }
    }

    private static void tell(int index, String what, StackTraceElement[] trace) {
        System.out.println(FAILED + "\t" + index + "\t" + what);
        Arrays.stream(trace).limit(SHOWN_FRAMES).forEach(frame -> System.out.println(FAILED + "\t    at " + frame));
    }
}
