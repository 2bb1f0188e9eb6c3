package tw.ecard.registration.eligibility;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import tw.ecard.kit.problem.Language;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.api.ApiSections;

/** Who may be in a group application; the library says so in public, so anybody may read it. */
@Path("/v1/eligibility-policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = ApiSections.ROSTERS)
public class EligibilityPoliciesResource {

    private final Clock clock;

    EligibilityPoliciesResource(Clock clock) {
        this.clock = clock;
    }

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "listEligibilityPolicies",
            summary = "列出集體辦理的資格規定",
            description = "每項規定的適用期間、不符時的錯誤代碼，以及不符者可以怎麼做。讀者資料檔依收件當日的規定檢查。不需登入。")
    public Policies list(@Context HttpHeaders headers) {
        LocalDate today = Taipei.dayOf(clock.instant());
        Locale language = Language.of(headers);
        return new Policies(EligibilityPolicy.ALL.stream()
                .map(policy -> EligibilityPolicyView.of(policy, today, language))
                .toList());
    }

    /** All policies. */
    @Schema(name = "EligibilityPolicies")
    public record Policies(List<EligibilityPolicyView> items) {}
}
