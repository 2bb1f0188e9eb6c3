package tw.ecard.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tw.ecard.localstack.process.ChildMain;
import tw.ecard.localstack.process.Part;

/** Shows the logs of the parts as they grow, each line with the name of its part in front. */
final class LogFollower implements AutoCloseable {

    private static final int PAUSE_MILLIS = 200;
    private static final int PIECE_BYTES = 64 * 1024;

    private final List<Part> parts;
    private final Console console;
    private final Map<Part, Place> read = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread follower = new Thread(work, "log-follower");
        follower.setDaemon(true);
        return follower;
    });

    LogFollower(List<Part> parts, Console console) {
        this.parts = List.copyOf(parts);
        this.console = console;
    }

    /** How far a log has been read; a new run writes a new file, which has another key. */
    private record Place(Object file, long position) {}

    /** Shows what is written from now on. */
    void follow() {
        for (Part part : parts) {
            Path log = part.log();
            if (Files.exists(log)) {
                read.put(part, new Place(key(log), log.toFile().length()));
            }
        }
        thread.scheduleWithFixedDelay(() -> parts.forEach(this::showNew), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void showNew(Part part) {
        try {
            Object key = key(part.log());
            try (RandomAccessFile file = new RandomAccessFile(part.log().toFile(), "r")) {
                // Or it was renewed just now, and the file that is open is not the one that was looked at.
                if (key(part.log()).equals(key)) {
                    show(part, file, key);
                }
            }
        } catch (IOException | UncheckedIOException notThereYet) {
            read.remove(part);
        }
    }

    private void show(Part part, RandomAccessFile file, Object key) throws IOException {
        Place place = read.get(part);
        long from = place != null && place.file().equals(key) ? place.position() : 0;
        byte[] piece = new byte[(int) Math.min(PIECE_BYTES, file.length() - from)];
        file.seek(from);
        file.readFully(piece);
        String text = new String(piece, StandardCharsets.ISO_8859_1);
        // Half a line waits for its other half, unless it is longer than a piece.
        int end = piece.length == PIECE_BYTES && text.indexOf('\n') < 0 ? piece.length : text.lastIndexOf('\n') + 1;
        new String(piece, 0, end, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.equals(ChildMain.READY))
                .forEach(line -> console.line("[%s] %s".formatted(part.name(), line)));
        read.put(part, new Place(key, from + end));
    }

    private static Object key(Path log) {
        try {
            return Files.readAttributes(log, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
