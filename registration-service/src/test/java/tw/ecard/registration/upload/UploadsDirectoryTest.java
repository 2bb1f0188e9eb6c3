package tw.ecard.registration.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsDirectoryTest {

    @TempDir
    Path temporary;

    @Test
    void what_a_killed_process_left_behind_is_removed_at_the_next_start() throws IOException {
        Path directory = Files.createDirectories(temporary.resolve("uploads"));
        Path left = Files.writeString(directory.resolve("5d1c-upload"), "A123456789");

        started(directory).release();

        assertThat(left).doesNotExist();
        assertThat(directory).exists();
    }

    @Test
    void nobody_else_may_look_into_it() throws IOException {
        Path directory = temporary.resolve("new/uploads");

        started(directory).release();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void two_services_do_not_share_it() throws IOException {
        Path directory = temporary.resolve("uploads");
        UploadsDirectory first = started(directory);

        assertThatThrownBy(() -> started(directory)).hasMessageContaining("ecard.uploads.directory");

        first.release();
        started(directory).release();
    }

    private static UploadsDirectory started(Path path) {
        UploadsDirectory directory = new UploadsDirectory(() -> path);
        directory.prepare();
        return directory;
    }
}
