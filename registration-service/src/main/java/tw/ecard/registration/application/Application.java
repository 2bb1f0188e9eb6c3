package tw.ecard.registration.application;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import tw.ecard.registration.lane.Lane;

/**
 * 申請案: one institution, one official document, one batch of people. Every change goes through {@link Lifecycle}; a
 * step that is not lawful is refused and changes nothing.
 */
@Entity
@Table(name = "application")
public class Application {

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "receipt_number")
    private String receiptNumber;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    @Column(name = "status_since")
    private Instant statusSince;

    @Embedded
    private Institution institution;

    @Embedded
    private OfficialDocument officialDocument;

    @Column(name = "document_comparable")
    private String documentComparable;

    @Column(name = "contact_version")
    private int contactVersion;

    private String remarks;

    @Column(name = "received_at")
    private Instant receivedAt;

    private int round;

    @Column(name = "awaits_papers")
    private boolean awaitsPapers;

    @Column(name = "awaits_roster")
    private boolean awaitsRoster;

    @Enumerated(EnumType.STRING)
    @Column(name = "returned_lane")
    private Lane returnedLane;

    @Column(name = "accepted_roster")
    private UUID acceptedRoster;

    @Column(name = "accepted_readers")
    private Integer acceptedReaders;

    /** For the persistence provider. */
    protected Application() {}

    Application(
            UUID id,
            ReceiptNumber receiptNumber,
            Institution institution,
            OfficialDocument officialDocument,
            String documentComparable,
            String remarks,
            Instant receivedAt) {
        this.id = id;
        this.receiptNumber = receiptNumber.text();
        this.status = ApplicationStatus.DOCUMENTS_MISSING;
        this.statusSince = receivedAt;
        this.institution = institution;
        this.officialDocument = officialDocument;
        this.documentComparable = documentComparable;
        this.contactVersion = 1;
        this.remarks = remarks;
        this.receivedAt = receivedAt;
        this.round = 1;
    }

    /** Refuses unless papers can be handed in now: at first, or when staff asked for them. */
    public void requireDocumentsOpen() {
        if (status != ApplicationStatus.DOCUMENTS_MISSING && !awaitsPapers) {
            throw new ApplicationRefusal.StepOutOfOrder(status);
        }
    }

    void submitDocuments(Instant now) {
        take(Step.SUBMIT_DOCUMENTS, now);
    }

    /** The library agreed. */
    public void approve(Instant now) {
        take(Step.APPROVE, now);
    }

    /** The library did not agree. */
    public void reject(Instant now) {
        take(Step.REJECT, now);
    }

    /** A roster came in and is being checked. */
    public void startValidating(Instant now) {
        boolean open = status != ApplicationStatus.RETURNED || awaitsRoster;
        if (!open || Lifecycle.after(status, Step.UPLOAD_ROSTER).isEmpty()) {
            throw noRosterNow();
        }
        take(Step.UPLOAD_ROSTER, now);
    }

    private ApplicationRefusal noRosterNow() {
        return switch (status) {
            case ROSTER_VALIDATING -> new ApplicationRefusal.RosterInValidation(status);
            case QUEUED, COMPLETED -> new ApplicationRefusal.RosterAlreadyAccepted(status);
            case RETURNED ->
                acceptedRoster == null
                        ? new ApplicationRefusal.NotApproved(status)
                        : new ApplicationRefusal.RosterAlreadyAccepted(status);
            default -> new ApplicationRefusal.NotApproved(status);
        };
    }

    /** The roster has errors; another one may come. */
    public void returnRoster(Instant now) {
        take(Step.RETURN_ROSTER, now);
    }

    /** The roster's validation was called off; another one may come. */
    public void cancelRoster(Instant now) {
        take(Step.CANCEL_ROSTER, now);
    }

    /** The roster is in force; gives whether the case is complete with it. */
    boolean acceptRoster(UUID roster, int readers, Instant now) {
        take(awaitsPapers ? Step.ACCEPT_ROSTER_BEFORE_PAPERS : Step.ACCEPT_ROSTER, now);
        awaitsRoster = false;
        acceptedRoster = roster;
        acceptedReaders = readers;
        return !awaitsPapers;
    }

    /** Staff returned it from the lane and say what has to be corrected. */
    public void returnByStaff(Lane lane, Set<Requirement> requires, Instant now) {
        take(lane == Lane.REVIEW ? Step.RETURN_FROM_REVIEW : Step.RETURN_FROM_ISSUANCE, now);
        returnedLane = lane;
        awaitsPapers = requires.contains(Requirement.PAPERS);
        awaitsRoster = requires.contains(Requirement.ROSTER);
    }

    /** The papers are corrected; gives whether the case is complete with them. */
    boolean correctPapers(Set<AttachmentKind> missing) {
        if (!awaitsPapers) {
            throw awaitsRoster
                    ? new ApplicationRefusal.RosterRequired(status)
                    : new ApplicationRefusal.StepOutOfOrder(status);
        }
        if (!missing.isEmpty()) {
            throw new ApplicationRefusal.DocumentsMissing(missing);
        }
        awaitsPapers = false;
        return !awaitsRoster;
    }

    /** Everything that the return required is there: back to the place in the lane, a round further. */
    Lane goBackToLane(Instant now) {
        Lane lane = returnedLane;
        if (status == ApplicationStatus.RETURNED) {
            take(lane == Lane.REVIEW ? Step.RETURN_TO_REVIEW : Step.RETURN_TO_ISSUANCE, now);
        }
        returnedLane = null;
        round++;
        return lane;
    }

    /** Cards are issued. */
    public void complete(Instant now) {
        take(Step.COMPLETE, now);
    }

    /** The institution takes the application back. */
    public void withdraw(Instant now) {
        take(Step.WITHDRAW, now);
        awaitsPapers = false;
        awaitsRoster = false;
    }

    /** Another contact; gives the version of the new one. */
    int nameContact() {
        if (Lifecycle.after(status, Step.WITHDRAW).isEmpty() || status == ApplicationStatus.UNDER_REVIEW) {
            throw new ApplicationRefusal.StepOutOfOrder(status);
        }
        return ++contactVersion;
    }

    /** True until the library agreed: so long a new contact has to sign a new declaration. */
    boolean contactSignsDeclaration() {
        return status == ApplicationStatus.DOCUMENTS_MISSING
                || status == ApplicationStatus.RETURNED && returnedLane == Lane.REVIEW;
    }

    private void take(Step step, Instant now) {
        status = Lifecycle.after(status, step).orElseThrow(() -> new ApplicationRefusal.StepOutOfOrder(status));
        statusSince = now;
    }

    /** What has to be corrected before the case goes on; empty when staff ask for nothing. */
    public Set<Requirement> awaits() {
        Set<Requirement> awaits = EnumSet.noneOf(Requirement.class);
        if (awaitsPapers) {
            awaits.add(Requirement.PAPERS);
        }
        if (awaitsRoster) {
            awaits.add(Requirement.ROSTER);
        }
        return awaits;
    }

    public boolean isWithdrawn() {
        return status == ApplicationStatus.WITHDRAWN;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String receiptNumber() {
        return receiptNumber;
    }

    public ApplicationStatus status() {
        return status;
    }

    public Instant statusSince() {
        return statusSince;
    }

    public Institution institution() {
        return institution;
    }

    public OfficialDocument officialDocument() {
        return officialDocument;
    }

    public int contactVersion() {
        return contactVersion;
    }

    public String remarks() {
        return remarks;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** 1, and one more after each correction. */
    public int round() {
        return round;
    }

    /** The lane from which staff returned it, while it is being corrected; else null. */
    public Lane returnedLane() {
        return returnedLane;
    }

    /** The roster in force, or null. */
    public UUID acceptedRoster() {
        return acceptedRoster;
    }

    /** Readers of the roster in force, or null. */
    public Integer acceptedReaders() {
        return acceptedReaders;
    }
}
