package tw.ecard.registration.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.http.Revision;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.application.ChangingContact;
import tw.ecard.registration.application.CorrectingPapers;
import tw.ecard.registration.application.ReceivingApplication;
import tw.ecard.registration.application.ReceivingApplication.NewApplication;
import tw.ecard.registration.application.WithdrawingApplication;
import tw.ecard.registration.casefile.ApplicationQueries.Shown;
import tw.ecard.registration.document.Attachments;
import tw.ecard.registration.document.DiscardingDocument;

/** What an institution, or staff on its behalf, does with an application; each call is one transaction. */
@ApplicationScoped
class ChangingApplication {

    private final ApplicationRepository applications;
    private final ReceivingApplication receiving;
    private final ChangingContact contacts;
    private final CorrectingPapers papers;
    private final WithdrawingApplication withdrawing;
    private final Attachments documents;
    private final DiscardingDocument discarding;
    private final ApplicationQueries queries;
    private final Caller caller;
    private final Clock clock;

    ChangingApplication(
            ApplicationRepository applications,
            ReceivingApplication receiving,
            ChangingContact contacts,
            CorrectingPapers papers,
            WithdrawingApplication withdrawing,
            Attachments documents,
            DiscardingDocument discarding,
            ApplicationQueries queries,
            Caller caller,
            Clock clock) {
        this.applications = applications;
        this.receiving = receiving;
        this.contacts = contacts;
        this.papers = papers;
        this.withdrawing = withdrawing;
        this.documents = documents;
        this.discarding = discarding;
        this.queries = queries;
        this.caller = caller;
        this.clock = clock;
    }

    /** Records a new application; an institution applies for itself only. */
    @Transactional
    Shown receive(ApplicationRequest request) {
        NewApplication wanted = request.application(Taipei.dayOf(clock.instant()));
        if (!caller.reach().covers(wanted.institution().code())) {
            throw new CasefileRefusal.ForeignInstitution();
        }
        return queries.shown(receiving.receive(wanted, Actor.of(caller)));
    }

    /** Names another contact; before approval the declaration of the former one no longer counts. */
    @Transactional
    Shown nameContact(UUID id, Revision seen, ApplicationRequest.ContactRequest request) {
        Application application = applications.lock(id, caller.reach());
        seen.mustBe(application.version());
        boolean newDeclaration = contacts.change(application, request.person(), Actor.of(caller));
        if (newDeclaration) {
            discarding.discard(id, AttachmentKind.CONSENT_DECLARATION);
        }
        return queries.shown(application);
    }

    /** Says that the papers staff asked for are corrected. */
    @Transactional
    Shown correct(UUID id) {
        Application application = applications.lock(id, caller.reach());
        Set<AttachmentKind> missing = EnumSet.copyOf(AttachmentKind.REQUIRED);
        missing.removeAll(documents.kindsOf(id));
        papers.correct(application, missing, Actor.of(caller));
        return queries.shown(application);
    }

    @Transactional
    Shown withdraw(UUID id) {
        return queries.shown(withdrawing.withdraw(id, caller.reach(), Actor.of(caller)));
    }
}
