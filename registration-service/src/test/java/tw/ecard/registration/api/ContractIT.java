package tw.ecard.registration.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.RealStack;

/**
 * The committed description is the API's. After a change of the API, run with {@code -Decard.contracts=update} to write
 * it anew, and look at the difference.
 */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
class ContractIT {

    private static final Path COMMITTED = Path.of("../contracts/openapi/registration-service.yaml");

    @Test
    void the_committed_description_is_what_the_service_says_of_itself() throws IOException {
        String described = RestAssured.given().get("/q/openapi").asString();
        if ("update".equals(System.getProperty("ecard.contracts"))) {
            Files.writeString(COMMITTED, described);
        }
        assertThat(described).isEqualTo(Files.readString(COMMITTED));
    }
}
