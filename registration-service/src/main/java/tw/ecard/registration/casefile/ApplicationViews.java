package tw.ecard.registration.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationStatus;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.application.ContactPerson;
import tw.ecard.registration.application.Contacts;
import tw.ecard.registration.casefile.ApplicationView.ContactView;
import tw.ecard.registration.casefile.ApplicationView.QueueView;
import tw.ecard.registration.casefile.ApplicationView.ReasonView;
import tw.ecard.registration.casefile.ApplicationView.ReturnedView;
import tw.ecard.registration.casefile.ApplicationView.RosterSummary;
import tw.ecard.registration.casefile.ApplicationView.RowRemarkView;
import tw.ecard.registration.decision.StaffReturn;
import tw.ecard.registration.decision.StaffReturns;
import tw.ecard.registration.document.Attachment;
import tw.ecard.registration.document.AttachmentView;
import tw.ecard.registration.document.Attachments;
import tw.ecard.registration.lane.QueuePlace;
import tw.ecard.registration.lane.QueuePlaces;
import tw.ecard.registration.roster.Roster;
import tw.ecard.registration.roster.Rosters;

/** Puts the view of an application together. */
@ApplicationScoped
class ApplicationViews {

    private final Contacts contacts;
    private final Attachments documents;
    private final QueuePlaces places;
    private final Rosters rosters;
    private final StaffReturns returns;

    ApplicationViews(
            Contacts contacts, Attachments documents, QueuePlaces places, Rosters rosters, StaffReturns returns) {
        this.contacts = contacts;
        this.documents = documents;
        this.places = places;
        this.rosters = rosters;
        this.returns = returns;
    }

    /**
     * The view.
     *
     * @param withPeople false for an observer, who sees statuses and dates only
     */
    ApplicationView of(Application application, boolean withPeople) {
        List<Attachment> attachments = documents.of(application.id());
        return new ApplicationView(
                application.id(),
                application.receiptNumber(),
                application.status(),
                Taipei.at(application.statusSince()),
                Taipei.rocDate(Taipei.dayOf(application.receivedAt())),
                Taipei.at(application.receivedAt()),
                application.round(),
                application.institution(),
                application.officialDocument(),
                withPeople ? contact(application) : null,
                withPeople ? application.remarks() : null,
                missing(attachments),
                withPeople ? attachments.stream().map(AttachmentView::of).toList() : null,
                places.latest(application.id()).map(ApplicationViews::view).orElse(null),
                rosters.latest(application.id()).map(ApplicationViews::view).orElse(null),
                returned(application, withPeople));
    }

    private ContactView contact(Application application) {
        ContactPerson person = contacts.get(application.id(), application.contactVersion());
        return new ContactView(
                person.name(), person.email(), person.phone(), person.extension(), application.contactVersion());
    }

    private static Set<AttachmentKind> missing(List<Attachment> attachments) {
        Set<AttachmentKind> missing = EnumSet.copyOf(AttachmentKind.REQUIRED);
        attachments.forEach(attachment -> missing.remove(attachment.kind()));
        return missing;
    }

    private static QueueView view(QueuePlace place) {
        return new QueueView(
                place.lane(), place.ticket(), place.state(), place.ahead(), place.targetOn(), place.dueOn());
    }

    private static RosterSummary view(Roster roster) {
        return new RosterSummary(roster.id(), roster.status(), roster.rowsRead());
    }

    private ReturnedView returned(Application application, boolean withTexts) {
        if (application.returnedLane() == null || application.status() == ApplicationStatus.WITHDRAWN) {
            return null;
        }
        return returns.of(application.id(), application.round())
                .map(found -> view(application, found, withTexts))
                .orElse(null);
    }

    private static ReturnedView view(Application application, StaffReturn found, boolean withTexts) {
        return new ReturnedView(
                found.lane(),
                application.awaits(),
                found.reasons().stream()
                        .map(reason -> new ReasonView(reason.code(), withTexts ? reason.message() : null))
                        .toList(),
                found.rows().stream()
                        .map(remark -> new RowRemarkView(remark.row(), withTexts ? remark.message() : null))
                        .toList(),
                Taipei.at(found.at()));
    }
}
