package tw.ecard.queue.notification;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What is asked of registration-service, as the client {@code queue-service}. */
@RegisterRestClient(configKey = "registration")
@OidcClientFilter
@Path("/v1")
interface RegistrationService {

    /**
     * The contact and the present state, for a mail about to go out.
     *
     * @param contactVersion of the contact to be told; null for the present one
     */
    @GET
    @Path("/applications/{id}/notification-context")
    NotificationContext notificationContext(
            @PathParam("id") UUID applicationId, @QueryParam("contactVersion") Integer contactVersion);

    /** The blank reader-data file. */
    @GET
    @Path("/roster-template")
    byte[] rosterTemplate(@QueryParam("format") String format);
}
