package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.localstack.mail.ScriptedMailServer;
import tw.ecard.localstack.process.Ports;
import tw.ecard.queue.notification.ComposingMail.Composed;
import tw.ecard.queue.notification.NotDelivered.Fault;
import tw.ecard.queue.notification.OutgoingMail.Attachment;

/** What goes over the wire, and what does not. */
class HandingOverMailTest {

    private static final Instant NOW = Instant.parse("2026-02-11T01:30:00Z");
    private static final String RECIPIENT = "contact@school.example";
    private static final String SENDER = "國立公共資訊圖書館 <ecard@library.invalid>";
    private static final Composed LETTER = new Composed("【本館】資料已收到", "您好：\n第一行", "<p>您好：</p>");

    private final int port = Ports.free();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void end() {
        timer.shutdownNow();
    }

    @Test
    void a_mail_has_its_own_message_id_and_its_texts_and_file_as_they_were() throws Exception {
        try (Received server = new Received(port, ServerSetup.PROTOCOL_SMTP)) {
            byte[] file = {1, 2, 3, 0, (byte) 200};
            handOver(
                    Map.of("from", SENDER),
                    mail(RECIPIENT, new Attachment("a.xlsx", "application/octet-stream", file)));

            MimeMessage mail = server.only();
            assertThat(mail.getFrom()).containsExactly(new InternetAddress("ecard@library.invalid"));
            assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("國立公共資訊圖書館");
            assertThat(mail.getMessageID()).isEqualTo("<id@ecard.invalid>");
            assertThat(mail.getHeader("References")).containsExactly("<thread@ecard.invalid>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getSubject()).isEqualTo(LETTER.subject());
            assertThat(mail.getSentDate().toInstant()).isEqualTo(NOW);
            assertThat(ReadMail.text(mail)).isEqualToNormalizingNewlines(LETTER.text());
            assertThat(ReadMail.html(mail)).isEqualTo(LETTER.html());
            assertThat(ReadMail.part(mail, "application/octet-stream")
                            .getInputStream()
                            .readAllBytes())
                    .isEqualTo(file);
        }
    }

    @Test
    void a_server_whose_every_answer_comes_but_slowly_is_left_in_time_and_gets_nothing() {
        try (ScriptedMailServer server = new ScriptedMailServer(port).answersAfter(Duration.ofMillis(400))) {
            assertNoWay(Map.of("timeout", "1s"), "not done within 1 s");
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void a_sender_that_is_none_is_told_at_the_start_and_not_by_each_mail() {
        assertThatThrownBy(() -> new HandingOverMail(config(Map.of("from", "library")), timer, Clock.systemUTC()))
                .hasMessage("ecard.mail.server.from is no address: library");
    }

    @Test
    void what_was_refused_stays_refused_when_the_time_is_up_afterwards() {
        try (ScriptedMailServer server = new ScriptedMailServer(port)
                .answers("RCPT", "550 no such user")
                .answers("RSET", ScriptedMailServer.SILENCE)) {
            assertThatThrownBy(() -> handOver(Map.of("timeout", "3s"), mail(RECIPIENT, null)))
                    .isInstanceOfSatisfying(
                            NotDelivered.class, e -> assertThat(e.fault()).isEqualTo(Fault.REFUSED));
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void nobody_who_listens_is_no_way() {
        assertNoWay(Map.of(), "Connection refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "王大明", "two@school.example, three@school.example", "group: two@school.example;"})
    void what_is_not_one_address_is_refused_and_nobody_is_asked(String address) {
        try (ScriptedMailServer server = new ScriptedMailServer(port)) {
            assertThatThrownBy(() -> handOver(Map.of(), mail(address, null)))
                    .isInstanceOfSatisfying(
                            NotDelivered.class, e -> assertThat(e.fault()).isEqualTo(Fault.REFUSED));
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void an_address_beyond_ascii_reaches_the_server_as_it_is() {
        try (ScriptedMailServer server = new ScriptedMailServer(port)) {
            handOver(Map.of(), mail("王@school.example", null));
            assertThat(server.recipients()).containsExactly("<王@school.example>");
        }
    }

    @Test
    void a_login_is_made_when_there_is_one_and_a_wrong_one_concerns_every_mail() throws Exception {
        try (Received server = new Received(port, ServerSetup.PROTOCOL_SMTP)) {
            server.mail.setUser("ecard@library.invalid", "ecard", "right");
            handOver(Map.of("username", "ecard", "password", "right"), mail(RECIPIENT, null));
            assertThat(server.only()).isNotNull();
            assertNoWay(Map.of("username", "ecard", "password", "wrong"), "535");
        }
    }

    @Test
    void without_the_encryption_that_was_asked_for_nothing_is_sent() {
        try (ScriptedMailServer server = new ScriptedMailServer(port)) {
            assertNoWay(Map.of("encryption", "STARTTLS"), "STARTTLS is required");
            assertNoWay(Map.of("encryption", "TLS"), "");
            assertThat(server.taken()).isEmpty();
        }
    }

    @Test
    void a_server_that_cannot_prove_who_it_is_gets_nothing() throws Exception {
        try (Received server = new Received(port, ServerSetup.PROTOCOL_SMTPS)) {
            assertNoWay(Map.of("encryption", "TLS"), "certification path");
            assertThat(server.mail.getReceivedMessages()).isEmpty();
        }
    }

    private void assertNoWay(Map<String, String> settings, String reason) {
        assertThatThrownBy(() -> handOver(settings, mail(RECIPIENT, null)))
                .isInstanceOfSatisfying(NotDelivered.class, e -> {
                    assertThat(e.fault()).isEqualTo(Fault.NO_WAY);
                    assertThat(e.reason()).contains(reason);
                });
    }

    private void handOver(Map<String, String> settings, OutgoingMail mail) {
        new HandingOverMail(config(settings), timer, Clock.fixed(NOW, ZoneOffset.UTC)).handOver(mail);
    }

    private static OutgoingMail mail(String to, Attachment attachment) {
        return new OutgoingMail(to, LETTER, "<id@ecard.invalid>", "<thread@ecard.invalid>", attachment);
    }

    private MailConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("ecard.desk.registration-url", "http://registration.invalid");
        all.put("ecard.mail.server.port", Integer.toString(port));
        settings.forEach((name, value) -> all.put("ecard.mail.server." + name, value));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(MailConfig.class)
                .withDefaultValues(all)
                .build()
                .getConfigMapping(MailConfig.class);
    }

    /** A mail server that keeps what it takes. */
    private record Received(GreenMail mail) implements AutoCloseable {

        Received(int port, String protocol) {
            this(new GreenMail(setup(port, protocol)));
            mail.start();
        }

        private static ServerSetup setup(int port, String protocol) {
            ServerSetup setup = new ServerSetup(port, Ports.LOOPBACK, protocol);
            setup.setServerStartupTimeout(30_000);
            return setup;
        }

        MimeMessage only() {
            assertThat(mail.getReceivedMessages()).hasSize(1);
            return mail.getReceivedMessages()[0];
        }

        @Override
        public void close() {
            mail.stop();
        }
    }
}
