package tw.ecard.registration.document;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.application.AttachmentKind;

/** A paper as answers show it. */
@Schema(name = "Attachment", description = "附件")
public record AttachmentView(
        AttachmentKind kind,

        @Schema(description = "上傳時的檔名", examples = "申請單.pdf")
        String fileName,

        @Schema(description = "位元組數", examples = "183204") long size,

        @Schema(
                description = "檔案內容的 SHA-256",
                examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String sha256,

        OffsetDateTime receivedAt) {

    public static AttachmentView of(Attachment attachment) {
        return new AttachmentView(
                attachment.kind(),
                attachment.fileName(),
                attachment.size(),
                attachment.sha256(),
                Taipei.at(attachment.receivedAt()));
    }
}
