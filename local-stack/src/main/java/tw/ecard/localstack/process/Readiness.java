package tw.ecard.localstack.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a started process is known to serve. */
@FunctionalInterface
public interface Readiness {

    boolean isReady();

    /** The address answers 200. */
    static Readiness answering(URI address) {
        return () -> {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) address.toURL().openConnection();
                connection.setConnectTimeout(2_000);
                connection.setReadTimeout(5_000);
                try {
                    return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException notYet) {
                return false;
            }
        };
    }

    /** The process has written {@link ChildMain#READY} on a line of its own. */
    static Readiness saidIn(Path log) {
        return () -> {
            try {
                return Files.readString(log).lines().anyMatch(ChildMain.READY::equals);
            } catch (IOException notYet) {
                return false;
            }
        };
    }
}
