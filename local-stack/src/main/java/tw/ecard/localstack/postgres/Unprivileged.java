package tw.ecard.localstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tw.ecard.localstack.process.StartFailed;

/**
 * PostgreSQL refuses to run as root. Root therefore runs it in a user namespace of its own, or, where containers forbid
 * those, as the user "nobody"; anybody else runs it as himself.
 */
enum Unprivileged {
    SELF(List.of()),
    USER_NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix;
    }

    static Unprivileged here() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return SELF;
        }
        return Stream.of(USER_NAMESPACE, NOBODY)
                .filter(way -> way.succeeds("true"))
                .findFirst()
                .orElseThrow(() -> new StartFailed("PostgreSQL refuses to run as root, and this machine allows root"
                        + " neither a user namespace (unshare -U) nor another user (setpriv)."
                        + " Please run as an ordinary user."));
    }

    /** Gives the server its files, where it does not run as the user who made them. */
    void own(Path... files) {
        if (this != NOBODY) {
            return;
        }
        try {
            for (Path file : files) {
                Files.setAttribute(file, "unix:uid", NOBODY_ID);
                Files.setAttribute(file, "unix:gid", NOBODY_ID);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void requireAccess(Path program, Path directory) {
        if (this == NOBODY
                && !(succeeds("test", "-x", program.toString()) && succeeds("test", "-w", directory.toString()))) {
            throw new StartFailed("PostgreSQL refuses to run as root, and the user \"nobody\" cannot reach " + directory
                    + " or " + program + ". Please run as an ordinary user, or from a folder everybody can enter.");
        }
    }

    private boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(
                            Stream.concat(prefix.stream(), Stream.of(command)).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
