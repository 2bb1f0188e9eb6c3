package tw.ecard.registration.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.Cursor;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.http.Page;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.ContactPerson;
import tw.ecard.registration.application.Contacts;
import tw.ecard.registration.application.Timeline;
import tw.ecard.registration.roster.Rosters;

/** What can be read of applications, each within the caller's reach. */
@ApplicationScoped
class ApplicationQueries {

    private final ApplicationRepository applications;
    private final ApplicationViews views;
    private final Contacts contacts;
    private final Rosters rosters;
    private final Timeline timeline;
    private final Caller caller;

    ApplicationQueries(
            ApplicationRepository applications,
            ApplicationViews views,
            Contacts contacts,
            Rosters rosters,
            Timeline timeline,
            Caller caller) {
        this.applications = applications;
        this.views = views;
        this.contacts = contacts;
        this.rosters = rosters;
        this.timeline = timeline;
        this.caller = caller;
    }

    /** The latest first. */
    @Transactional
    Page<ApplicationView> list(ApplicationFilter filter, String cursor, int limit) {
        ApplicationFilter.Condition condition = filter.condition(caller.reach(), Cursor.text(cursor, null));
        List<Application> found = applications
                .find(condition.where() + " order by receiptNumber desc", condition.parameters())
                .range(0, limit)
                .list();
        Page<Application> page = Page.of(found, limit, last -> Cursor.at(last.receiptNumber()));
        return new Page<>(views.of(page.items(), !observes()), page.nextCursor());
    }

    @Transactional
    Shown show(UUID id) {
        return shown(applications.get(id, caller.reach()));
    }

    /** The view of an application that a use case of this call has just changed. */
    Shown shown(Application application) {
        return new Shown(view(application), application.version());
    }

    @Transactional
    List<TimelineView> timeline(UUID id) {
        applications.get(id, caller.reach());
        return timeline.of(id).stream()
                .map(entry -> TimelineView.of(entry, caller.isStaff()))
                .toList();
    }

    @Transactional
    List<ContactHistoryView> contactHistory(UUID id) {
        applications.get(id, caller.reach());
        return contacts.history(id).stream().map(ContactHistoryView::of).toList();
    }

    /** @param contactVersion of the contact to be told; null for the present one */
    @Transactional
    NotificationContext notificationContext(UUID id, Integer contactVersion) {
        Application application = applications.get(id, caller.reach());
        ContactPerson present = contacts.get(id, application.contactVersion());
        ContactPerson told = contactVersion == null
                ? present
                : contacts.find(id, contactVersion).orElseThrow(HttpRefusal.NotFound::new);
        UUID returnedRoster = rosters.lastReturned(id).orElse(null);
        return NotificationContext.of(application, told, present, returnedRoster);
    }

    private ApplicationView view(Application application) {
        return views.of(List.of(application), !observes()).get(0);
    }

    private boolean observes() {
        return caller.is(Role.OBSERVER) && !caller.isStaff();
    }

    /** A view and the revision it shows. */
    record Shown(ApplicationView view, long revision) {}
}
