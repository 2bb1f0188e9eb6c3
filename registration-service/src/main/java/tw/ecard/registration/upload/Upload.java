package tw.ecard.registration.upload;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A file that a running request brought.
 *
 * @param content where it lies, until the request ends
 * @param sentName as the sender named it; may be null
 * @param size in bytes
 */
public record Upload(Path content, String sentName, long size) {

    /** The part {@code file} of a multipart request, within the limit. */
    public static Upload of(FileUpload part, long maximumBytes) {
        if (part == null || part.uploadedFile() == null) {
            throw new UploadRefusal.FileRequired();
        }
        if (part.size() > maximumBytes) {
            throw new UploadRefusal.FileTooLarge(maximumBytes);
        }
        return new Upload(part.uploadedFile(), part.fileName(), part.size());
    }

    /** The bytes from the first to the last. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(content));
    }
}
