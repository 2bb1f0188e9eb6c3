package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.client.OidcClientException;
import org.junit.jupiter.api.Test;

class MailFailureTest {

    @Test
    void the_innermost_cause_is_named_without_any_address() {
        RuntimeException failure = new IllegalStateException(
                "outer", new IllegalArgumentException("550 <library@example.edu.tw> no such user"));
        assertThat(MailFailure.describe(failure)).isEqualTo("IllegalArgumentException: 550 <<address>> no such user");
    }

    @Test
    void what_the_login_answered_stays_out_of_lists_and_logs() {
        assertThat(MailFailure.describe(new OidcClientException("{\"access_token\": \"secret\"}")))
                .isEqualTo("OidcClientException");
    }

    @Test
    void a_long_answer_of_a_mail_server_is_cut() {
        assertThat(MailFailure.describe(new IllegalStateException("x".repeat(10_000))))
                .hasSize(300);
    }
}
