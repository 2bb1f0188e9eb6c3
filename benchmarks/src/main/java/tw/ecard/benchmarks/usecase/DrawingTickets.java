package tw.ecard.benchmarks.usecase;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.AttachmentKind;
import tw.ecard.registration.application.ContactPerson;
import tw.ecard.registration.application.DocumentNumber;
import tw.ecard.registration.application.Institution;
import tw.ecard.registration.application.InstitutionKind;
import tw.ecard.registration.application.OfficialDocument;
import tw.ecard.registration.application.ReceivingApplication;
import tw.ecard.registration.application.ReceivingApplication.NewApplication;
import tw.ecard.registration.application.Speed;
import tw.ecard.registration.application.SubmittingDocuments;

/** Completes applications that lack one paper, by which each draws its ticket; storing the paper is left out. */
public final class DrawingTickets implements UseCase {

    private final ApplicationRepository applications = bean(ApplicationRepository.class);
    private final SubmittingDocuments submitting = bean(SubmittingDocuments.class);
    private final ReceivingApplication receiving = bean(ReceivingApplication.class);
    private final Clock clock = bean(Clock.class);

    /** The application with this number among the copies. */
    public static UUID application(int number) {
        return new UUID(0, number);
    }

    @Override
    public void leaveOne() {
        DocumentNumber number = new DocumentNumber("示範圖字第1150000001號");
        receiving.receive(
                new NewApplication(
                        new Institution("999901", "示範高級中學", InstitutionKind.SCHOOL),
                        number,
                        new OfficialDocument(number.text(), Taipei.dayOf(clock.instant()), Speed.NORMAL, "申請集體辦理數位借閱證"),
                        new ContactPerson("王大明", "library@example.edu.tw", "05-5512345", null),
                        null),
                Actor.SYSTEM);
    }

    @Override
    public void call(int number) {
        QuarkusTransaction.requiringNew().run(() -> {
            Application application = applications.lock(application(number), Reach.EVERYTHING);
            submitting.after(application, AttachmentKind.CONSENT_DECLARATION, AttachmentKind.REQUIRED, Actor.SYSTEM);
        });
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
