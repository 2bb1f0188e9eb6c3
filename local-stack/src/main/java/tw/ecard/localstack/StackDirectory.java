package tw.ecard.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import tw.ecard.localstack.process.StartFailed;

/** The folder a stack keeps everything in; one stack at a time. */
final class StackDirectory {

    private static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path root;

    StackDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    Path root() {
        return root;
    }

    Path data(String part) {
        return root.resolve(part);
    }

    Path log(String part) {
        return root.resolve("logs").resolve(part + ".log");
    }

    Path pidFiles() {
        return root.resolve("run");
    }

    Path pidFile(String part) {
        return pidFiles().resolve(part + ".pid");
    }

    /** Held while a stack uses this folder. The system lets it go when the holder dies, however that happens. */
    AutoCloseable lock() {
        try {
            Files.createDirectories(pidFiles());
            Path path = pidFiles().resolve("lock");
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                throw new StartFailed("Another stack is running in " + root + " (process " + Files.readString(path)
                        + "). Stop it first.");
            }
            file.truncate(0);
            file.write(StandardCharsets.US_ASCII.encode(
                    Long.toString(ProcessHandle.current().pid())));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder nobody else can look into. */
    Path privateDirectory(String name) {
        try {
            Path directory = root.resolve(name);
            Files.createDirectories(directory.getParent());
            Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.setPosixFilePermissions(directory, OWNER_ONLY);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key that people's data is protected with: 256 random bits in base64, made once for each name. */
    String key(String name) {
        Path file = privateDirectory("keys").resolve(name);
        try {
            if (Files.notExists(file)) {
                byte[] key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                Path aside = file.resolveSibling("new");
                Files.deleteIfExists(aside);
                Files.createFile(
                        aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(aside, Base64.getEncoder().encodeToString(key), StandardCharsets.US_ASCII);
                Files.move(aside, file);
            }
            return Files.readString(file, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
