package tw.ecard.registration.eligibility;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.ecard.registration.RealStack;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class EligibilityPoliciesIT {

    @Test
    void anybody_may_read_who_may_apply() {
        RestAssured.get("/v1/eligibility-policies")
                .then()
                .statusCode(200)
                .body(
                        "items.code",
                        equalTo(List.of(
                                "ROC_NATIONALS_ONLY",
                                "STAFF_AND_STUDENTS_ONLY",
                                "NOT_YET_A_CARD_HOLDER",
                                "ONE_ROSTER_AT_A_TIME")))
                .body("items.inForce", everyItem(equalTo(true)))
                .body("items[0].since", equalTo("2020-08-10"))
                .body("items[0].until", nullValue())
                .body("items[0].rowErrorCodes", equalTo(List.of("NOT_ROC_NATIONAL", "NEEDS_MANUAL_REVIEW")))
                .body("items[0].message", containsString("中華民國國民"));
        RestAssured.given()
                .header("Accept-Language", "en")
                .get("/v1/eligibility-policies")
                .then()
                .body("items[2].advice", containsString("present card"));
    }
}
