package tw.ecard.registration.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.vault.StoredFile;

/** One paper of an application: what it is, and where the vault keeps it. A new one takes the place of the old. */
@Entity
@Table(name = "attachment")
public class Attachment {

    @Id
    private UUID id;

    @Column(name = "application_id", updatable = false)
    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private AttachmentKind kind;

    @Column(name = "file_id")
    private UUID fileId;

    @Column(name = "file_name")
    private String fileName;

    @Enumerated(EnumType.STRING)
    private DocumentFormat format;

    private long size;

    private String sha256;

    @Column(name = "received_at")
    private Instant receivedAt;

    /** For the persistence provider. */
    protected Attachment() {}

    Attachment(UUID applicationId, AttachmentKind kind) {
        this.id = UUID.randomUUID();
        this.applicationId = applicationId;
        this.kind = kind;
    }

    /** Holds the file from now on; gives the file that it held before, or null. */
    UUID hold(StoredFile file, String newName, DocumentFormat newFormat, Instant now) {
        UUID before = fileId;
        fileId = file.id();
        fileName = newName;
        format = newFormat;
        size = file.size();
        sha256 = file.sha256();
        receivedAt = now;
        return before;
    }

    UUID applicationId() {
        return applicationId;
    }

    public AttachmentKind kind() {
        return kind;
    }

    UUID fileId() {
        return fileId;
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return format.mediaType();
    }

    /** Bytes of the plain file. */
    public long size() {
        return size;
    }

    /** Of the plain file, in hexadecimal; what staff checked is bound to it. */
    public String sha256() {
        return sha256;
    }

    public Instant receivedAt() {
        return receivedAt;
    }
}
