package tw.ecard.registration.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.audit.AuditActor;
import tw.ecard.kit.audit.AuditDeed;
import tw.ecard.kit.audit.AuditLog;
import tw.ecard.registration.application.AcceptingRoster;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationEvents;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.Occurrence;
import tw.ecard.registration.application.Timeline;
import tw.ecard.registration.person.KnownPeople;
import tw.ecard.registration.person.KnownRows;
import tw.ecard.registration.person.PersonTaken;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.roster.check.RosterProblem;

/** What a check comes to, for the roster and for its application: accepted, returned, or called off meanwhile. */
@ApplicationScoped
class ConcludingRoster {

    private final ApplicationRepository applications;
    private final AcceptingRoster accepting;
    private final ApplicationEvents events;
    private final Timeline timeline;
    private final Rosters rosters;
    private final RosterQueue queue;
    private final Readers readers;
    private final KnownPeople knownPeople;
    private final RowErrors rowErrors;
    private final RefusedPeople refusedPeople;
    private final FindingCounts counts;
    private final AuditLog audit;
    private final Clock clock;

    ConcludingRoster(
            ApplicationRepository applications,
            AcceptingRoster accepting,
            ApplicationEvents events,
            Timeline timeline,
            Rosters rosters,
            RosterQueue queue,
            Readers readers,
            KnownPeople knownPeople,
            RowErrors rowErrors,
            RefusedPeople refusedPeople,
            FindingCounts counts,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.accepting = accepting;
        this.events = events;
        this.timeline = timeline;
        this.rosters = rosters;
        this.queue = queue;
        this.readers = readers;
        this.knownPeople = knownPeople;
        this.rowErrors = rowErrors;
        this.refusedPeople = refusedPeople;
        this.counts = counts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts the roster into force, in the transaction that copied its readers. To undo that it throws {@link ClaimLost},
     * or {@link PersonTaken} when somebody in it is known already.
     *
     * @param beating keeps the claim while its people are taken
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void accept(Claim claim, RosterOutcome outcome, PeopleInRows people, Findings findings, Runnable beating) {
        Application application = applications.lock(claim.applicationId(), Reach.EVERYTHING);
        if (application.isWithdrawn()) {
            throw new ClaimLost();
        }
        UUID former = application.acceptedRoster();
        if (former != null) {
            rosters.supersede(former);
            readers.delete(former);
            knownPeople.release(former);
        }
        knownPeople.hold(claim.rosterId(), people, beating);
        if (!queue.finish(claim, RosterStatus.ACCEPTED, outcome)) {
            throw new ClaimLost();
        }
        store(claim, findings);
        noteComparison(claim, people.size(), KnownRows.none());
        // Last: from here on the ticket counter is locked for everybody.
        accepting.accept(application, claim.rosterId(), outcome.rowsAccepted(), claim.receivedAt());
    }

    /**
     * Returns the roster with its errors; the institution may send another one.
     *
     * @param compared how many people were held against those who are known; 0 when it did not come to that
     * @param refused the rows whose person is known already; the findings have them too
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveBack(Claim claim, RosterOutcome outcome, Findings findings, int compared, KnownRows refused) {
        Application application = applications.lock(claim.applicationId(), Reach.EVERYTHING);
        if (application.isWithdrawn() || !queue.finish(claim, RosterStatus.RETURNED, outcome)) {
            throw new ClaimLost();
        }
        store(claim, findings);
        refusedPeople.add(claim.rosterId(), refused);
        application.returnRoster(clock.instant());
        timeline.note(application.id(), Occurrence.ROSTER_RETURNED, Actor.SYSTEM, Long.toString(outcome.errorCount()));
        applications.flush();
        events.rosterReturned(application, claim.rosterId(), outcome.rowsRead(), outcome.errorCount());
        if (compared > 0) {
            noteComparison(claim, compared, refused);
        }
    }

    /** Returns a roster whose check cannot be brought to its end; nothing is said about its rows. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void giveUp(Claim claim) {
        RosterProblem failed = new RosterProblem(RosterProblem.Code.CHECK_FAILED, List.of());
        giveBack(claim, new RosterOutcome(null, 0, 0, 0, 0, 0, failed), new Findings(0), 0, KnownRows.none());
    }

    /** Whether somebody holds a card or stands in another roster is personal, and its answer goes to an institution. */
    private void noteComparison(Claim claim, int people, KnownRows known) {
        audit.record(AuditDeed.of("PEOPLE_COMPARED", "ROSTER", claim.rosterId(), AuditActor.SYSTEM)
                .with("people", people)
                .with("holders", known.holders().cardinality())
                .with("inProgress", known.inProgress().cardinality()));
    }

    private void store(Claim claim, Findings findings) {
        rowErrors.add(claim.rosterId(), findings.listed());
        counts.add(claim.rosterId(), findings.counts());
    }

    /** The application was withdrawn while its roster was being checked: nobody waits for the result. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void cancelIfWithdrawn(Claim claim) {
        Application application = applications.lock(claim.applicationId(), Reach.EVERYTHING);
        if (application.isWithdrawn()) {
            rosters.cancel(claim.rosterId(), clock.instant());
        }
    }
}
