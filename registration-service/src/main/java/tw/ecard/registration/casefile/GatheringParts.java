package tw.ecard.registration.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationStatus;
import tw.ecard.registration.application.Contacts;
import tw.ecard.registration.decision.StaffReturns;
import tw.ecard.registration.document.Attachments;
import tw.ecard.registration.lane.Prospects;
import tw.ecard.registration.roster.Rosters;

/** Reads what views of applications show, for all of a page at once. */
@ApplicationScoped
class GatheringParts {

    private final Contacts contacts;
    private final Attachments documents;
    private final Prospects prospects;
    private final Rosters rosters;
    private final StaffReturns returns;

    GatheringParts(
            Contacts contacts, Attachments documents, Prospects prospects, Rosters rosters, StaffReturns returns) {
        this.contacts = contacts;
        this.documents = documents;
        this.prospects = prospects;
        this.rosters = rosters;
        this.returns = returns;
    }

    /** @param withPeople false leaves the contacts out */
    CaseParts of(Collection<Application> applications, boolean withPeople) {
        List<UUID> ids = applications.stream().map(Application::id).toList();
        return new CaseParts(
                withPeople ? contacts.of(versions(applications)) : Map.of(),
                documents.of(ids),
                prospects.of(ids),
                rosters.latest(ids),
                returns.of(returnedRounds(applications)));
    }

    private static Map<UUID, Integer> versions(Collection<Application> applications) {
        return applications.stream().collect(Collectors.toMap(Application::id, Application::contactVersion));
    }

    /** The rounds of those that staff returned and that are not back yet. */
    private static Map<UUID, Integer> returnedRounds(Collection<Application> applications) {
        return applications.stream()
                .filter(application -> application.returnedLane() != null)
                .filter(application -> application.status() != ApplicationStatus.WITHDRAWN)
                .collect(Collectors.toMap(Application::id, Application::round));
    }
}
