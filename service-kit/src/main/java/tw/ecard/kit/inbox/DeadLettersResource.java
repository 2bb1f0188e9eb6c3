package tw.ecard.kit.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.access.Role;
import tw.ecard.kit.http.HttpRefusal;
import tw.ecard.kit.time.Taipei;

/** The events that could not be applied, for an administrator to see and to replay; every service has this resource. */
@Path("/v1/dead-letters")
@RolesAllowed(Role.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
public class DeadLettersResource {

    /** The section of the API's description, the last of each service. */
    public static final String SECTION = "系統維護";

    private final DeadLetters letters;

    DeadLettersResource(DeadLetters letters) {
        this.letters = letters;
    }

    @Schema(name = "DeadLetters")
    public record LettersView(List<LetterView> items) {}

    @Schema(name = "DeadLetter", description = "無法處理的事件；同一申請案的後續事件在其後等待")
    public record LetterView(
            UUID id,
            String topic,
            @Schema(nullable = true) String subject,
            @Schema(nullable = true) Long sequence,
            String cause,
            OffsetDateTime failedAt) {

        static LetterView of(DeadLetter letter) {
            return new LetterView(
                    letter.id(),
                    letter.topic(),
                    letter.subject(),
                    letter.sequence(),
                    letter.cause(),
                    Taipei.at(letter.failedAt()));
        }
    }

    @GET
    @Tag(name = DeadLettersResource.SECTION)
    @Operation(operationId = "deadLetters", summary = "查詢無法處理的事件", description = "最早的在前，至多 1,000 筆。")
    public LettersView open() {
        return new LettersView(letters.open().stream().map(LetterView::of).toList());
    }

    @POST
    @Path("/{id}/replay")
    @Tag(name = DeadLettersResource.SECTION)
    @Operation(operationId = "replayDeadLetter", summary = "重新處理", description = "仍無法處理時，會再次列出。")
    public LettersView replay(@PathParam("id") UUID id) {
        if (!letters.replay(id)) {
            throw new HttpRefusal.NotFound();
        }
        return open();
    }
}
