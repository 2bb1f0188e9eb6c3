package tw.ecard.registration.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.vault.FileVault;

/** Forgets a paper that no longer counts, such as the declaration of a former contact. */
@ApplicationScoped
public class DiscardingDocument {

    private final Attachments attachments;
    private final FileVault vault;

    DiscardingDocument(Attachments attachments, FileVault vault) {
        this.attachments = attachments;
        this.vault = vault;
    }

    /** Removes the paper and its file, where there is one; the application is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void discard(UUID applicationId, AttachmentKind kind) {
        attachments.of(applicationId, kind).ifPresent(attachment -> {
            UUID file = attachment.fileId();
            attachments.delete(attachment);
            attachments.flush();
            vault.delete(file);
        });
    }
}
