package tw.ecard.registration;

import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import tw.ecard.localstack.TestInfrastructure;
import tw.ecard.localstack.TestInfrastructure.Database;

/** Each test begins with nobody held and nobody a holder, so that all of them may use the same people. */
public class NobodyKnown implements QuarkusTestBeforeEachCallback {

    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        forgetEverybody();
    }

    /** For tests of the packaged service, which are not called back. */
    public static void forgetEverybody() {
        Database database = TestInfrastructure.createDatabase(RealStack.DATABASE);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM known_person");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
