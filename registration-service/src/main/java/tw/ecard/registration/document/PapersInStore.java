package tw.ecard.registration.document;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import tw.ecard.registration.application.Paper;
import tw.ecard.registration.application.PapersOnFile;

/** Says which papers are stored, so that events can name them by their hashes. */
@ApplicationScoped
class PapersInStore implements PapersOnFile {

    private final Attachments attachments;

    PapersInStore(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public List<Paper> of(UUID application) {
        return attachments.of(application).stream()
                .map(attachment -> new Paper(attachment.kind(), attachment.sha256()))
                .toList();
    }
}
