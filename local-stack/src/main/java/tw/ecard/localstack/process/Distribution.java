package tw.ecard.localstack.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where this module was built: its class path for child processes, and the Keycloak unpacked beside it. */
public final class Distribution {

    private Distribution() {}

    /** The module's {@code target} folder; PostgreSQL's programs are unpacked into it, too. */
    public static Path target() {
        return codeSource().getParent();
    }

    /** The class path for a child JVM that runs a main class of this module. */
    public static String classPath() {
        Path libraries = target().resolve("lib");
        if (Files.isDirectory(libraries)) {
            return codeSource() + File.pathSeparator + libraries.resolve("*");
        }
        return System.getProperty("java.class.path");
    }

    /** The {@code java} this JVM runs on. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path codeSource() {
        try {
            return Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
