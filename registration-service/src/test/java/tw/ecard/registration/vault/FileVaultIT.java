package tw.ecard.registration.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class FileVaultIT {

    @Inject
    FileVault vault;

    @Inject
    Sql sql;

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, FileVault.CHUNK - 1, FileVault.CHUNK, FileVault.CHUNK + 1, 3 * FileVault.CHUNK, 1_000_000})
    void a_file_of_any_size_comes_back_as_it_was(int size) throws Exception {
        byte[] content = bytes(size);

        StoredFile stored = store(content);

        assertThat(stored.size()).isEqualTo(size);
        assertThat(stored.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        try (InputStream plain = vault.open(stored.id())) {
            assertThat(plain.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void any_position_can_be_read() throws Exception {
        byte[] content = bytes(7 * FileVault.CHUNK + 100);
        StoredFile stored = store(content);
        Random random = new Random(20261122);

        try (SeekableByteChannel channel = vault.openChannel(stored.id())) {
            assertThat(channel.size()).isEqualTo(content.length);
            for (int i = 0; i < 50; i++) {
                int from = random.nextInt(content.length);
                ByteBuffer target = ByteBuffer.allocate(1 + random.nextInt(FileVault.CHUNK));
                int read = channel.position(from).read(target);
                assertThat(Arrays.copyOf(target.array(), read))
                        .as("from %d", from)
                        .isEqualTo(Arrays.copyOfRange(content, from, from + read));
                assertThat(read).isEqualTo(Math.min(target.capacity(), content.length - from));
            }
            assertThat(channel.position(content.length).read(ByteBuffer.allocate(1)))
                    .isEqualTo(-1);
        }
    }

    @Test
    void the_database_holds_no_plain_text() throws Exception {
        byte[] content = "王大明 A123456789".repeat(1_000).getBytes(StandardCharsets.UTF_8);

        StoredFile stored = store(content);

        byte[] chunk = sql.first(
                        row -> row.getBytes(1), "SELECT content FROM stored_file_chunk WHERE file_id = ?", stored.id())
                .orElseThrow();
        assertThat(new String(chunk, StandardCharsets.UTF_8)).doesNotContain("A123456789", "王大明");
    }

    @Test
    void exchanged_chunks_are_noticed() throws Exception {
        StoredFile stored = store(bytes(3 * FileVault.CHUNK));
        sql.update("""
                UPDATE stored_file_chunk c SET content = other.content FROM stored_file_chunk other
                WHERE c.file_id = ? AND c.number = 0 AND other.file_id = c.file_id AND other.number = 1""", stored.id());

        assertThatThrownBy(() -> readAll(stored)).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_cut_off_end_is_noticed() throws Exception {
        StoredFile stored = store(bytes(3 * FileVault.CHUNK));
        sql.update("DELETE FROM stored_file_chunk WHERE file_id = ? AND number = 2", stored.id());
        sql.update("UPDATE stored_file SET chunks = 2, size = ? WHERE id = ?", 2L * FileVault.CHUNK, stored.id());

        assertThatThrownBy(() -> readAll(stored)).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_rolled_back_file_leaves_nothing() {
        long before = chunks();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    storeHere(bytes(100));
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(chunks()).isEqualTo(before);
    }

    @Test
    void a_deleted_file_is_gone_with_its_chunks() throws Exception {
        long before = chunks();
        StoredFile stored = store(bytes(2 * FileVault.CHUNK));

        QuarkusTransaction.requiringNew().run(() -> vault.delete(stored.id()));

        assertThat(chunks()).isEqualTo(before);
        assertThatThrownBy(() -> vault.open(stored.id())).isInstanceOf(NoSuchElementException.class);
    }

    private StoredFile store(byte[] content) {
        return QuarkusTransaction.requiringNew().call(() -> storeHere(content));
    }

    private StoredFile storeHere(byte[] content) {
        try {
            return vault.store(new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] readAll(StoredFile stored) throws IOException {
        try (InputStream plain = vault.open(stored.id())) {
            return plain.readAllBytes();
        }
    }

    private long chunks() {
        return sql.number("SELECT count(*) FROM stored_file_chunk");
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
