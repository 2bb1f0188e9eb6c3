package tw.ecard.localstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
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
    private final Map<Part, Long> read = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread follower = new Thread(work, "log-follower");
        follower.setDaemon(true);
        return follower;
    });

    LogFollower(List<Part> parts, Console console) {
        this.parts = List.copyOf(parts);
        this.console = console;
    }

    void follow() {
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
        try (RandomAccessFile file = new RandomAccessFile(part.log().toFile(), "r")) {
            long from = Math.min(read.getOrDefault(part, 0L), file.length());
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
            read.put(part, from + end);
        } catch (IOException notThereYet) {
            read.put(part, 0L);
        }
    }
}
