package tw.ecard.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Child processes whose parent was killed before it could end them. */
public final class Leftovers {

    private static final Duration STOP = Duration.ofSeconds(15);
    private static final String SUFFIX = ".pid";

    private Leftovers() {}

    /**
     * Ends every process that left its number in the folder and still runs.
     *
     * @return what was ended, as "name (number)"
     */
    public static List<String> end(Path pidFiles) {
        List<String> ended = new ArrayList<>();
        for (Path file : filesIn(pidFiles)) {
            String name = file.getFileName().toString().replace(SUFFIX, "");
            running(file).ifPresent(process -> {
                Processes.end(process, "TERM", STOP);
                ended.add(name + " (" + process.pid() + ")");
            });
            delete(file);
        }
        return ended;
    }

    /** A process writes its file as the first thing it does, so file and process are of the same moment, or strangers. */
    private static Optional<ProcessHandle> running(Path file) {
        try {
            String number = Files.readString(file).strip();
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return number.matches("\\d{1,9}") ? Processes.find(Long.parseLong(number), written) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesIn(Path directory) {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
