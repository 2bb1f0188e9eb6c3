package tw.ecard.registration.upload;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/**
 * Makes the directory private to the service, and empty: a killed process leaves plain uploads behind, the next start
 * removes them. A finished request removes its own.
 */
@Startup
@ApplicationScoped
class UploadsDirectory {

    private static final String LOCK = ".lock";

    private final Path directory;
    private FileChannel lock;

    UploadsDirectory(UploadsConfig config) {
        this.directory = config.directory().toAbsolutePath();
    }

    @PostConstruct
    void prepare() {
        try {
            Files.createDirectories(directory);
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            }
            claim();
            sweep();
        } catch (IOException e) {
            throw new IllegalStateException("ecard.uploads.directory " + directory + " cannot be used", e);
        }
    }

    /** Two processes in one directory would sweep away each other's running uploads. */
    private void claim() throws IOException {
        lock = FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() == null) {
                throw new IllegalStateException("ecard.uploads.directory " + directory + " is used by another process");
            }
        } catch (OverlappingFileLockException e) {
            throw new IllegalStateException("ecard.uploads.directory " + directory + " is used twice", e);
        }
    }

    private void sweep() throws IOException {
        try (Stream<Path> left = Files.list(directory)) {
            for (Path file : left.toList()) {
                if (Files.isRegularFile(file) && !file.getFileName().toString().equals(LOCK)) {
                    Files.delete(file);
                }
            }
        }
    }

    @PreDestroy
    void release() throws IOException {
        if (lock != null) {
            lock.close();
        }
    }
}
