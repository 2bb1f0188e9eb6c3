package tw.ecard.localstack.process;

import java.nio.file.Path;

/** One part of the stack: a process of its own that can be started, stopped, killed and started again alone. */
public interface Part extends AutoCloseable {

    String name();

    /** Starts the part and returns once it serves; throws with the end of its log when it does not come up. */
    void start();

    /** Asks the part to end and waits; a part that does not listen is killed. Does nothing when it is not running. */
    void stop();

    /** Ends the part as a power cut would: SIGKILL, no goodbye. Returns once the process is gone. */
    void kill();

    boolean isRunning();

    /** Where the part's output goes. */
    Path log();

    @Override
    default void close() {
        stop();
    }
}
