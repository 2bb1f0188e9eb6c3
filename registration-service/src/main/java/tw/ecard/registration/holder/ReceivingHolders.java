package tw.ecard.registration.holder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import tw.ecard.registration.upload.Upload;
import tw.ecard.registration.upload.UploadedName;
import tw.ecard.registration.vault.FileVault;

/** Takes a register in: from the commit on it is kept, encrypted, and will be imported, whatever dies. */
@ApplicationScoped
class ReceivingHolders {

    private static final String UNNAMED = "holders";

    private final HolderImports imports;
    private final FileVault vault;
    private final Clock clock;

    ReceivingHolders(HolderImports imports, FileVault vault, Clock clock) {
        this.imports = imports;
        this.vault = vault;
        this.clock = clock;
    }

    @Transactional
    HolderImport receive(Upload upload, String by) {
        UUID id = UUID.randomUUID();
        UUID file = store(upload);
        imports.add(id, file, UploadedName.of(upload.sentName(), UNNAMED), clock.instant(), by);
        return imports.get(id);
    }

    private UUID store(Upload upload) {
        try (InputStream content = upload.open()) {
            return vault.store(content).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
