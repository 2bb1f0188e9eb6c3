package tw.ecard.registration.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.application.ContactPerson;
import tw.ecard.registration.casefile.ApplicationView.ContactView;
import tw.ecard.registration.casefile.ApplicationView.QueueView;
import tw.ecard.registration.casefile.ApplicationView.ReasonView;
import tw.ecard.registration.casefile.ApplicationView.ReturnedView;
import tw.ecard.registration.casefile.ApplicationView.RosterSummary;
import tw.ecard.registration.casefile.ApplicationView.RowRemarkView;
import tw.ecard.registration.decision.StaffReturn;
import tw.ecard.registration.document.Attachment;
import tw.ecard.registration.document.AttachmentView;
import tw.ecard.registration.lane.Prospect;
import tw.ecard.registration.lane.QueuePlace;
import tw.ecard.registration.roster.Roster;

/** Puts the views of applications together. */
@ApplicationScoped
class ApplicationViews {

    private final GatheringParts gathering;

    ApplicationViews(GatheringParts gathering) {
        this.gathering = gathering;
    }

    /**
     * The views, in the same order.
     *
     * @param withPeople false for an observer, who sees statuses and dates only
     */
    List<ApplicationView> of(Collection<Application> applications, boolean withPeople) {
        CaseParts parts = gathering.of(applications, withPeople);
        return applications.stream()
                .map(application -> view(application, parts, withPeople))
                .toList();
    }

    private static ApplicationView view(Application application, CaseParts parts, boolean withPeople) {
        UUID id = application.id();
        List<Attachment> attachments = parts.attachments().getOrDefault(id, List.of());
        return new ApplicationView(
                id,
                application.receiptNumber(),
                application.status(),
                Taipei.at(application.statusSince()),
                Taipei.rocDate(Taipei.dayOf(application.receivedAt())),
                Taipei.at(application.receivedAt()),
                application.round(),
                application.institution(),
                application.officialDocument(),
                withPeople ? contact(application, parts.contacts().get(id)) : null,
                withPeople ? application.remarks() : null,
                missing(attachments),
                withPeople ? attachments.stream().map(AttachmentView::of).toList() : null,
                Optional.ofNullable(parts.prospects().get(id))
                        .map(ApplicationViews::view)
                        .orElse(null),
                Optional.ofNullable(parts.rosters().get(id))
                        .map(ApplicationViews::view)
                        .orElse(null),
                Optional.ofNullable(parts.returns().get(id))
                        .map(found -> view(application, found, withPeople))
                        .orElse(null));
    }

    private static ContactView contact(Application application, ContactPerson person) {
        return new ContactView(
                person.name(), person.email(), person.phone(), person.extension(), application.contactVersion());
    }

    private static Set<AttachmentKind> missing(List<Attachment> attachments) {
        Set<AttachmentKind> missing = EnumSet.copyOf(AttachmentKind.REQUIRED);
        attachments.forEach(attachment -> missing.remove(attachment.kind()));
        return missing;
    }

    private static QueueView view(Prospect prospect) {
        QueuePlace place = prospect.place();
        return new QueueView(
                place.lane(),
                place.ticket(),
                place.state(),
                prospect.ahead(),
                place.targetOn(),
                place.dueOn(),
                prospect.expected().on(),
                prospect.expected().unknown());
    }

    private static RosterSummary view(Roster roster) {
        return new RosterSummary(roster.id(), roster.status(), roster.rowsRead());
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
