package tw.ecard.localstack.process;

import java.util.concurrent.CountDownLatch;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What the main classes of child JVMs have in common. */
public final class ChildMain {

    /** The line by which a child says that it serves. */
    public static final String READY = "ready";

    private ChildMain() {}

    /** Logs warnings and worse, a line each, to standard error. Called before any library logs. */
    public static void logQuietly() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT %4$s [%3$s] %5$s%6$s%n");
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ConsoleHandler());
    }

    /** Says that the server serves, and keeps the JVM until it is told to end, when it closes the server. */
    public static void serve(AutoCloseable server) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server), "closing"));
        System.out.println(READY);
        new CountDownLatch(1).await();
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            System.err.println("Did not close well: " + e);
        }
    }
}
