package tw.ecard.systemtests.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keycloak's administration, to make clients whose tokens are wrong in exactly one respect. */
public final class Realm {

    private static final String SECRET = "system-tests-secret";

    private final String keycloakUrl;

    public Realm(String keycloakUrl) {
        this.keycloakUrl = keycloakUrl;
    }

    /** A client to be made: like {@code demo-school}, until something is changed. */
    public record ClientPlan(String realm, String audience, List<String> roles, int lifespanSeconds) {

        public static ClientPlan likeDemoSchool() {
            return new ClientPlan("ecard", "ecard", List.of("institution"), 900);
        }

        public ClientPlan ofRealm(String other) {
            return new ClientPlan(other, audience, roles, lifespanSeconds);
        }

        public ClientPlan withoutAudience() {
            return new ClientPlan(realm, null, roles, lifespanSeconds);
        }

        public ClientPlan withoutRoles() {
            return new ClientPlan(realm, audience, List.of(), lifespanSeconds);
        }

        public ClientPlan livingSeconds(int seconds) {
            return new ClientPlan(realm, audience, roles, seconds);
        }
    }

    /** Makes the client and gives a token of it. */
    public String tokenOfNew(ClientPlan plan) {
        String name = "system-test-" + UUID.randomUUID();
        String clients = admin(plan.realm()) + "/clients";
        administrate(Call.post(clients).json(client(name, plan)), 201);
        for (String role : plan.roles()) {
            grant(plan.realm(), name, role);
        }
        return Identities.clientToken(url(plan.realm()), name, SECRET);
    }

    /** Makes a realm that has the roles of ours. */
    public void create(String realm) {
        Map<String, Object> representation = Map.of(
                "realm",
                realm,
                "enabled",
                true,
                "roles",
                Map.of("realm", List.of(Map.of("name", "institution"), Map.of("name", "librarian"))));
        administrate(Call.post(keycloakUrl + "/admin/realms").json(representation), 201);
    }

    public String url(String realm) {
        return keycloakUrl + "/realms/" + realm;
    }

    private Map<String, Object> client(String name, ClientPlan plan) {
        List<Map<String, Object>> mappers = new ArrayList<>();
        mappers.add(mapper(
                "institution-code",
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name", "institution_code",
                        "claim.value", "999901",
                        "jsonType.label", "String",
                        "access.token.claim", "true")));
        if (plan.audience() != null) {
            mappers.add(mapper(
                    "audience",
                    "oidc-audience-mapper",
                    Map.of("included.custom.audience", plan.audience(), "access.token.claim", "true")));
        }
        return Map.of(
                "clientId",
                name,
                "secret",
                SECRET,
                "publicClient",
                false,
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "attributes",
                Map.of("access.token.lifespan", Integer.toString(plan.lifespanSeconds())),
                "protocolMappers",
                mappers);
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }

    private void grant(String realm, String client, String role) {
        String admin = admin(realm);
        String clientId = administrate(Call.get(admin + "/clients?clientId=" + client), 200)
                .get(0)
                .path("id")
                .asText();
        String user = administrate(Call.get(admin + "/clients/" + clientId + "/service-account-user"), 200)
                .path("id")
                .asText();
        JsonNode found = administrate(Call.get(admin + "/roles/" + role), 200);
        administrate(
                Call.post(admin + "/users/" + user + "/role-mappings/realm").json(List.of(found)), 204);
    }

    private JsonNode administrate(Call call, int status) {
        String token = Identities.token(
                url("master"),
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", "admin"));
        return call.as(token).send().expect(status).json();
    }

    private String admin(String realm) {
        return keycloakUrl + "/admin/realms/" + realm;
    }
}
