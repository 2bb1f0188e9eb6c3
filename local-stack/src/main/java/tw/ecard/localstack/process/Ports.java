package tw.ecard.localstack.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback interface, the only one the stack listens on. */
public final class Ports {

    public static final String LOOPBACK = "127.0.0.1";

    private static final int FIRST = 20_000;
    private static final int LAST = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final Path RESERVED =
            Path.of(System.getProperty("java.io.tmpdir"), "ecard-ports-" + System.getProperty("user.name"));
    /** Locks of files, one a port; the system lets go of them when this JVM ends, however it ends. */
    private static final Map<Integer, FileLock> GIVEN = new ConcurrentHashMap<>();

    private Ports() {}

    /**
     * A port that is free now and that no other call gets while this JVM lives, in this JVM or in another one of the same
     * user: builds run beside each other. It is none of those that a system gives to outgoing connections (from 32768 on,
     * on Linux): one of these could be taken before its server is started.
     */
    public static int free() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
            if (reserve(port) && isFree(port)) {
                return port;
            }
        }
        throw new StartFailed("No port between " + FIRST + " and " + LAST + " is free");
    }

    private static boolean reserve(int port) {
        if (GIVEN.containsKey(port)) {
            return false;
        }
        try {
            Files.createDirectories(RESERVED);
            FileChannel file = FileChannel.open(
                    RESERVED.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(file);
            if (lock == null) {
                file.close();
                return false;
            }
            GIVEN.put(port, lock);
            return true;
        } catch (IOException e) {
            throw new StartFailed("No port can be reserved in " + RESERVED, e);
        }
    }

    private static FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            // Given in this JVM, perhaps by this class as another loader has it.
            return null;
        }
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of the last run linger in TIME_WAIT; they do not keep a server from binding.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
