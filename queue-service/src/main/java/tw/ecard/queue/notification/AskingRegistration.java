package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import tw.ecard.queue.notification.NotDelivered.Fault;

/** Asks registration-service what a mail needs; tells an answer about one application from a service that is away. */
@ApplicationScoped
class AskingRegistration {

    /** No token, or none that counts; too many calls; a gateway without the service behind it. */
    private static final Set<Integer> FOR_EVERY_MAIL = Set.of(401, 403, 429, 502, 503, 504);

    private final RegistrationService registration;

    AskingRegistration(@RestClient RegistrationService registration) {
        this.registration = registration;
    }

    /** The reader of the mail, and how the application stands. */
    NotificationContext context(PlannedMail mail) {
        return asked(() -> registration.notificationContext(
                mail.applicationId(), mail.readerVersion().orElse(null)));
    }

    /** The blank reader-data file. */
    byte[] rosterTemplate() {
        return asked(() -> registration.rosterTemplate("xlsx"));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException e) {
            boolean forEveryMail = FOR_EVERY_MAIL.contains(e.getResponse().getStatus());
            throw new NotDelivered(forEveryMail ? Fault.NO_WAY : Fault.PUT_OFF, e);
        } catch (RuntimeException e) {
            // Not reached, no answer in time, or Keycloak gave no token.
            throw new NotDelivered(Fault.NO_WAY, e);
        }
    }
}
