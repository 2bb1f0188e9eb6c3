package tw.ecard.registration.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.application.SubmittingDocuments;
import tw.ecard.registration.upload.Upload;
import tw.ecard.registration.upload.UploadedName;
import tw.ecard.registration.vault.FileVault;
import tw.ecard.registration.vault.StoredFile;

/** Takes a paper in, encrypted; the one that completes the application submits it in the same transaction. */
@ApplicationScoped
class ReceivingDocuments {

    private final ApplicationRepository applications;
    private final Attachments attachments;
    private final SubmittingDocuments submitting;
    private final FileVault vault;
    private final Clock clock;

    ReceivingDocuments(
            ApplicationRepository applications,
            Attachments attachments,
            SubmittingDocuments submitting,
            FileVault vault,
            Clock clock) {
        this.applications = applications;
        this.attachments = attachments;
        this.submitting = submitting;
        this.vault = vault;
        this.clock = clock;
    }

    /** What was received, and whether it is the first of its kind. */
    record Receipt(Attachment attachment, boolean first) {}

    /** Stores the paper; refuses what is no document, and any paper outside its time. */
    @Transactional
    Receipt receive(UUID applicationId, Reach reach, AttachmentKind kind, Upload upload, Actor by) {
        Application application = applications.lock(applicationId, reach);
        application.requireDocumentsOpen();
        DocumentFormat format = formatOf(upload);
        StoredFile file = store(upload);

        Attachment attachment =
                attachments.of(applicationId, kind).orElseGet(() -> new Attachment(applicationId, kind));
        String name = UploadedName.of(upload.sentName(), kind.pathName() + "." + format.extension());
        UUID replaced = attachment.hold(file, name, format, clock.instant());
        attachments.persistAndFlush(attachment);
        if (replaced != null) {
            vault.delete(replaced);
        }
        submitting.after(application, kind, attachments.kindsOf(applicationId), by);
        return new Receipt(attachment, replaced == null);
    }

    private static DocumentFormat formatOf(Upload upload) {
        try (InputStream content = upload.open()) {
            return DocumentFormat.of(content.readNBytes(DocumentFormat.HEAD))
                    .orElseThrow(DocumentRefusal.UnsupportedDocument::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StoredFile store(Upload upload) {
        try (InputStream content = upload.open()) {
            return vault.store(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
