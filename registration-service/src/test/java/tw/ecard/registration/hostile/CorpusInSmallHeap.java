package tw.ecard.registration.hostile;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;

/** Checks the files of a directory, called 0, 1, 2 …, and says how each ended and what milliseconds of processor it took. */
final class CorpusInSmallHeap {

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CorpusInSmallHeap() {}

    public static void main(String[] arguments) {
        Path directory = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        for (int i = 0; i < count; i++) {
            long start = PROCESS.getProcessCpuTime();
            String end = end(directory.resolve(Integer.toString(i)));
            long millis = TimeUnit.NANOSECONDS.toMillis(PROCESS.getProcessCpuTime() - start);
            System.out.println(millis + "\t" + end);
        }
    }

    private static String end(Path file) {
        try {
            return End.of(SmallHeap.check(SpreadsheetSource.of(file))).toString();
        } catch (Throwable e) {
            StackTraceElement[] trace = e.getStackTrace();
            return e + (trace.length == 0 ? "" : " at " + trace[0]);
        }
    }
}
