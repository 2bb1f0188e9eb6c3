package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;

/** The institution says that the papers staff asked for are corrected. */
@ApplicationScoped
public class CorrectingPapers {

    private final ApplicationRepository applications;
    private final GoingBackToLane lane;
    private final Clock clock;

    CorrectingPapers(ApplicationRepository applications, GoingBackToLane lane, Clock clock) {
        this.applications = applications;
        this.lane = lane;
        this.clock = clock;
    }

    /**
     * Puts the case back into its place, unless a roster is still asked for.
     *
     * @param application locked
     * @param missing required papers that are not there
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void correct(Application application, Set<AttachmentKind> missing, Actor by) {
        if (application.correctPapers(missing)) {
            lane.goBack(application, by, clock.instant());
        }
        applications.flush();
    }
}
