package tw.ecard.registration.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The institution names another contact (the letter's row 1). */
@ApplicationScoped
public class ChangingContact {

    private final ApplicationRepository applications;
    private final Contacts contacts;
    private final ApplicationEvents events;
    private final Timeline timeline;

    ChangingContact(
            ApplicationRepository applications, Contacts contacts, ApplicationEvents events, Timeline timeline) {
        this.applications = applications;
        this.contacts = contacts;
        this.events = events;
        this.timeline = timeline;
    }

    /**
     * Names the contact; refuses while the declaration of the present one is under review, and when nothing is open.
     *
     * @param application locked
     * @return true when the new contact has to sign a new declaration
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean change(Application application, ContactPerson person, Actor by) {
        int version = application.nameContact();
        contacts.name(application.id(), version, person, by);
        timeline.note(application.id(), Occurrence.CONTACT_CHANGED, by, "");
        applications.flush();
        events.contactChanged(application);
        return application.contactSignsDeclaration();
    }
}
