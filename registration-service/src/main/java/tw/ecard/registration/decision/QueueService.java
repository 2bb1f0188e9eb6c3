package tw.ecard.registration.decision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What queue-service answers to this service. */
@Path("/v1")
@RegisterRestClient(configKey = "queue-service")
@OidcClientFilter
interface QueueService {

    @GET
    @Path("/tickets/{id}/returns")
    Returns returns(@PathParam("id") UUID ticket);

    /** The returns of a case, one a round. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Returns(List<Return> items) {}

    /** One return of a case, with what staff wrote. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Return(int round, List<Reason> reasons, List<RowRemark> rows) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reason(String code, String message) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RowRemark(int row, String message) {}
}
