package tw.ecard.registration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tw.ecard.localstack.TestInfrastructure;
import tw.ecard.localstack.TestInfrastructure.Database;

/** Applications of the packaged service, into which tests cannot reach. */
public final class ApplicationsOverRest {

    /** In a year of which no other test has documents. */
    private static final AtomicInteger DOCUMENTS = new AtomicInteger();

    private ApplicationsOverRest() {}

    /** The library agreed: a roster may come. */
    public static UUID approved() {
        UUID id = received();
        // The library's decision, which would come from queue-service.
        Database database = TestInfrastructure.createDatabase(RealStack.DATABASE);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                PreparedStatement approve = connection.prepareStatement(
                        "UPDATE application SET status = 'APPROVED', version = version + 1 WHERE id = ?")) {
            approve.setObject(1, id);
            approve.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID received() {
        String id = Tokens.asSchool()
                .contentType("application/json")
                .body("""
                        {"institution": {"code": "999901", "name": "示範高級中學", "kind": "SCHOOL"},
                         "officialDocument": {"number": "示範圖字第1140%06d號", "issuedOn": "2026-11-20",
                                              "speed": "NORMAL", "subject": "申請集體辦理數位借閱證"},
                         "contact": {"name": "王大明", "email": "library@example.edu.tw", "phone": "05-5512345"}}""".formatted(DOCUMENTS.incrementAndGet()))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return UUID.fromString(id);
    }
}
