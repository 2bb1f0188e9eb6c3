package tw.ecard.registration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.application.AcceptingRoster;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.application.SubmittingDocuments;

/** Applications that stand in a lane. */
@ApplicationScoped
public class SomePlaces {

    private final SomeApplications some;
    private final ApplicationRepository applications;
    private final SubmittingDocuments submitting;
    private final AcceptingRoster accepting;
    private final Sql sql;
    private final Clock clock;

    SomePlaces(
            SomeApplications some,
            ApplicationRepository applications,
            SubmittingDocuments submitting,
            AcceptingRoster accepting,
            Sql sql,
            Clock clock) {
        this.some = some;
        this.applications = applications;
        this.submitting = submitting;
        this.accepting = accepting;
        this.sql = sql;
        this.clock = clock;
    }

    /** Nobody waits in any lane: what other tests left there is over. */
    public void emptyLanes() {
        sql.update("UPDATE queue_place SET state = 'DONE', in_work_until = NULL");
    }

    /** The next ticket of the review lane. */
    public UUID inReview() {
        UUID id = some.received();
        QuarkusTransaction.requiringNew()
                .run(() -> submitting.after(
                        applications.lock(id, Reach.EVERYTHING),
                        AttachmentKind.APPLICATION_FORM,
                        AttachmentKind.REQUIRED,
                        Actor.SYSTEM));
        return id;
    }

    /** The next ticket of the issuance lane, with a roster of so many readers. */
    public UUID inIssuance(int readers) {
        UUID id = some.approved();
        accept(id, readers);
        return id;
    }

    /** A roster of so many readers is in force. */
    public void accept(UUID id, int readers) {
        QuarkusTransaction.requiringNew().run(() -> {
            Application application = applications.lock(id, Reach.EVERYTHING);
            application.startValidating(clock.instant());
            accepting.accept(application, UUID.randomUUID(), readers, clock.instant());
        });
    }
}
