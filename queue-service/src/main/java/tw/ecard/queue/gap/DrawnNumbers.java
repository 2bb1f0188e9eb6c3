package tw.ecard.queue.gap;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The numbers that registration-service drew, as the client {@code queue-service} may ask for them. */
@RegisterRestClient(configKey = "registration")
@OidcClientFilter
@Path("/v1/lanes/{lane}/events")
interface DrawnNumbers {

    /** The numbers after this one, in their order, with everything that was told of their applications. */
    @GET
    Numbers after(
            @PathParam("lane") String lane, @QueryParam("afterTicket") long number, @QueryParam("limit") int limit);

    /**
     * A page of numbers.
     *
     * @param lastDrawn the last number of the lane; one up to it that is not in the list has no application
     * @param nextAfterTicket where the next page begins; null on the last
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Numbers(List<Drawn> items, long lastDrawn, Long nextAfterTicket) {}

    /**
     * A number and who drew it.
     *
     * @param live whether the case may still be worked on
     * @param events as they were recorded, from the first on
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Drawn(long ticket, UUID applicationId, boolean live, List<JsonNode> events) {}
}
