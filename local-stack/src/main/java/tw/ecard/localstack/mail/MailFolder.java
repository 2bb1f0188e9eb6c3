package tw.ecard.localstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folder mail is delivered into, a file each, named in the order of arrival and by nothing personal. */
public final class MailFolder {

    private static final String SUFFIX = ".eml";

    private final Path directory;

    private MailFolder(Path directory) {
        this.directory = directory;
    }

    public static MailFolder in(Path directory) {
        try {
            return new MailFolder(Files.createDirectories(directory.toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path directory() {
        return directory;
    }

    /** Every mail so far, in the order of arrival. */
    public List<Path> files() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Mail> mails() {
        return files().stream().map(MailFolder::read).toList();
    }

    /** Empty the folder. */
    public void clear() {
        for (Path file : files()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    synchronized void add(MimeMessage message) {
        try {
            Path aside = directory.resolve("arriving");
            try (OutputStream out = Files.newOutputStream(aside)) {
                message.writeTo(out);
            }
            Files.move(aside, directory.resolve("%05d%s".formatted(next(), SUFFIX)), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("A mail could not be written to " + directory, e);
        }
    }

    private int next() {
        List<Path> files = files();
        if (files.isEmpty()) {
            return 1;
        }
        String last = files.get(files.size() - 1).getFileName().toString();
        return Integer.parseInt(last.substring(0, last.length() - SUFFIX.length())) + 1;
    }

    private static Mail read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Mail.read(in);
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("No readable mail: " + file, e);
        }
    }
}
