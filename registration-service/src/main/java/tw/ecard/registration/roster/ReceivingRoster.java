package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.Occurrence;
import tw.ecard.registration.application.Timeline;
import tw.ecard.registration.upload.Upload;
import tw.ecard.registration.upload.UploadedName;
import tw.ecard.registration.vault.FileVault;
import tw.ecard.registration.vault.StoredFile;

/** Takes a reader-data file in: from the commit on it is kept, encrypted, and will be checked, whatever dies. */
@ApplicationScoped
class ReceivingRoster {

    static final String UNNAMED = "roster";

    private final ApplicationRepository applications;
    private final Rosters rosters;
    private final FileVault vault;
    private final WakingWorkers workers;
    private final Timeline timeline;
    private final RosterConfig config;
    private final Clock clock;

    ReceivingRoster(
            ApplicationRepository applications,
            Rosters rosters,
            FileVault vault,
            WakingWorkers workers,
            Timeline timeline,
            RosterConfig config,
            Clock clock) {
        this.applications = applications;
        this.rosters = rosters;
        this.vault = vault;
        this.workers = workers;
        this.timeline = timeline;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Stores the file; refuses where the application does not take a roster now, and what cannot even be opened as a
     * spreadsheet. Opening reads the ends of the file and not its rows, so the answer does not wait for it.
     */
    @Transactional
    Roster receive(UUID applicationId, Reach reach, Upload upload, Actor by) {
        Instant receivedAt = clock.instant();
        Application application = applications.lock(applicationId, reach);
        application.startValidating(receivedAt);
        applications.flush();
        OpeningUpload.requireSpreadsheet(upload, config.limits());
        StoredFile file = store(upload);
        UUID id = UUID.randomUUID();
        rosters.add(id, applicationId, file.id(), UploadedName.of(upload.sentName(), UNNAMED), receivedAt);
        timeline.note(applicationId, Occurrence.ROSTER_RECEIVED, by, id.toString());
        workers.wakeAfterCommit();
        return rosters.get(id, reach);
    }

    private StoredFile store(Upload upload) {
        try (InputStream content = upload.open()) {
            return vault.store(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
