package tw.ecard.registration.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.vault.FileVault;

/** Gives papers back to those who may see them. */
@ApplicationScoped
class ReadingDocuments {

    private final ApplicationRepository applications;
    private final Attachments attachments;
    private final FileVault vault;

    ReadingDocuments(ApplicationRepository applications, Attachments attachments, FileVault vault) {
        this.applications = applications;
        this.attachments = attachments;
        this.vault = vault;
    }

    /** The paper; refuses with 404 what is not there, or out of reach. */
    @Transactional
    Attachment find(UUID applicationId, Reach reach, AttachmentKind kind) {
        Application application = applications.get(applicationId, reach);
        return attachments.of(application.id(), kind).orElseThrow(HttpRefusal.NotFound::new);
    }

    /** Its plain bytes; the caller closes the stream. */
    InputStream open(Attachment attachment) {
        return vault.open(attachment.fileId());
    }
}
