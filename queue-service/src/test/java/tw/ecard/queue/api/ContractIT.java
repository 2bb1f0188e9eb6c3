package tw.ecard.queue.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.RealStack;

/**
 * The committed description is the API's. After a change of the API, run with {@code -Decard.contracts=update} to write
 * it anew, and look at the difference.
 */
@QuarkusTest
@WithTestResource(RealStack.class)
class ContractIT {

    private static final Path COMMITTED = Path.of("../contracts/openapi/queue-service.yaml");

    @Test
    void the_committed_description_is_what_the_service_says_of_itself() throws IOException {
        String described = RestAssured.given().get("/q/openapi").asString();
        if ("update".equals(System.getProperty("ecard.contracts"))) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, described);
        }
        assertThat(described).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void every_call_says_what_it_is_for_and_belongs_to_one_section() {
        JsonPath api = RestAssured.given().get("/q/openapi?format=json").jsonPath();
        Map<String, Map<String, Map<String, Object>>> paths = api.getMap("paths");
        assertThat(paths).isNotEmpty();
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            String call = method + " " + path;
            assertThat(operation.get("summary")).as(call).asString().matches(".*\\p{IsHan}.*");
            assertThat(operation.get("operationId")).as(call).isNotNull();
            assertThat(operation.get("tags"))
                    .as(call)
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(1);
            assertThat(operation.get("security")).as(call).isNotNull();
        }));
    }
}
