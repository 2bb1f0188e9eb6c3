package tw.ecard.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.systemtests.stack.Call;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.WithEcard;

/**
 * The committed OpenAPI documents are what the services serve, byte for byte. {@code mvn verify -Decard.contracts=update}
 * writes them anew.
 */
@WithEcard
class ServedContractIT {

    private static final String LOGIN = "http://localhost:8180/realms/ecard";

    private final Ecard ecard;

    ServedContractIT(Ecard ecard) {
        this.ecard = ecard;
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration-service", "queue-service"})
    void the_committed_document_is_the_served_one(String service) throws IOException {
        Path committed = Contracts.folder().resolve("openapi").resolve(service + ".yaml");
        String served = served(urlOf(service));
        if ("update".equals(System.getProperty("ecard.contracts"))) {
            Files.createDirectories(committed.getParent());
            Files.writeString(committed, served);
        }
        assertThat(committed).content().isEqualTo(served);
    }

    @Test
    void every_call_with_a_body_shows_one_that_works() {
        for (String service : new String[] {"registration-service", "queue-service"}) {
            assertThat(OpenApi.of(urlOf(service)).operations())
                    .filteredOn(operation -> operation
                            .description()
                            .path("requestBody")
                            .path("content")
                            .has("application/json"))
                    .isNotEmpty()
                    .allSatisfy(operation -> assertThat(operation
                                    .description()
                                    .at("/requestBody/content/application~1json/resolvedExample")
                                    .isObject())
                            .as(service + " " + operation)
                            .isTrue());
        }
    }

    /** The address of the login is the deployment's own; the contract names the local stack's. */
    private String served(String url) {
        return Call.get(url + "/q/openapi")
                .send()
                .expect(200)
                .text()
                .replace(ecard.stack().keycloak().realmUrl(), LOGIN);
    }

    private String urlOf(String service) {
        return service.equals("queue-service")
                ? ecard.queue().url()
                : ecard.registration().url();
    }
}
