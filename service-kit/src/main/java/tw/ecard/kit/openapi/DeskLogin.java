package tw.ecard.kit.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.OAuthFlow;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Describes how callers log in (people by authorization code, systems by client credentials) and that every call can
 * end in a problem. The addresses are those of the running system's Keycloak.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DeskLogin implements OASFilter {

    /** The name of the scheme. */
    private static final String SCHEME = "login";

    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSecurityScheme(SCHEME, loginThroughKeycloak());
        // Sorted, so that the committed description only changes when the API does.
        Map<String, org.eclipse.microprofile.openapi.models.media.Schema> schemas =
                api.getComponents().getSchemas();
        if (schemas != null) {
            api.getComponents().setSchemas(new TreeMap<>(schemas));
        }
        if (api.getPaths() != null) {
            for (PathItem path : api.getPaths().getPathItems().values()) {
                path.getOperations().values().forEach(DeskLogin::complete);
            }
        }
    }

    private static void complete(Operation operation) {
        boolean open =
                operation.getSecurity() != null && operation.getSecurity().isEmpty();
        if (!open) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME)));
        }
        if (operation.getResponses().getAPIResponse("default") == null) {
            operation.getResponses().addAPIResponse("default", problem());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.startsWith("4") && response.getContent() == null) {
                response.setContent(problem().getContent());
            }
        });
    }

    private static APIResponse problem() {
        Content content = OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
        return OASFactory.createAPIResponse()
                .description("未完成：問題說明（RFC 9457），依 type 判斷原因")
                .content(content);
    }

    private static SecurityScheme loginThroughKeycloak() {
        String keycloak = ConfigProvider.getConfig().getValue("ecard.access.login-url", String.class);
        String protocol = keycloak + "/protocol/openid-connect";
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("館員：以帳號登入。機關學校的系統：client credentials。")
                .flows(OASFactory.createOAuthFlows()
                        .authorizationCode(flow(protocol).authorizationUrl(protocol + "/auth"))
                        .clientCredentials(flow(protocol)));
    }

    private static OAuthFlow flow(String protocol) {
        return OASFactory.createOAuthFlow().tokenUrl(protocol + "/token").scopes(Map.of());
    }
}
