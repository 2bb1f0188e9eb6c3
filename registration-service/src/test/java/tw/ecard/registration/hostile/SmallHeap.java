package tw.ecard.registration.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tw.ecard.registration.reader.ReaderRow;
import tw.ecard.registration.roster.check.RosterCheck;
import tw.ecard.registration.roster.check.RosterListener;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.spreadsheet.SpreadsheetLimits;
import tw.ecard.registration.spreadsheet.SpreadsheetSource;

/**
 * A process with a heap too small for a file that is taken into memory.
 */
final class SmallHeap {

    private static final String HEAP = "-Xmx40m";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private SmallHeap() {}

    /** Runs a main class of the tests and gives what it printed, a line each. */
    static List<String> run(Class<?> main, Duration patience, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:-OmitStackTraceInFastThrow",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("hostile-", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("not done in " + patience + ": " + Files.readString(output));
            }
            List<String> lines = Files.readAllLines(output);
            if (process.exitValue() != 0) {
                throw new AssertionError("ended with " + process.exitValue() + ": " + String.join("\n", lines));
            }
            return lines;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
            Files.delete(output);
        }
    }

    /** Checks a file as a roster and forgets the rows, as the service does once they are stored. */
    static RosterOutcome check(SpreadsheetSource source) {
        return RosterCheck.run(source, SpreadsheetLimits.DEFAULT, TODAY, new RosterListener() {
            @Override
            public void accepted(ReaderRow reader, List<RowError> warnings) {
                // stored elsewhere
            }

            @Override
            public void wrong(int row, List<RowError> errors) {
                // listed elsewhere
            }
        });
    }
}
