package tw.ecard.queue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tw.ecard.kit.sql.Sql;
import tw.ecard.localstack.TestTokens;
import tw.ecard.localstack.mail.ScriptedMailServer;

/** Everything around the service: who calls it, what it hears, what it says and which mails arrive. */
@Singleton
public class World {

    private static final String MAILS_IN_HAND_OR_DUE = """
            SELECT count(*) FROM notification WHERE state = 'PENDING' AND (lease_until IS NOT NULL
                OR next_attempt_at <= ? AND NOT EXISTS (SELECT FROM mail_outage WHERE next_probe_at > ?))""";

    private static final long START_MILLIS = 30_000;

    private final Sql sql;
    private final TestClock clock;
    private final RegistrationStub registration;
    private final int smtpPort;
    private final GreenMail mail;
    private final Decisions decisions;
    private final KafkaProducer<String, String> producer;

    World(
            Sql sql,
            TestClock clock,
            @ConfigProperty(name = "ecard.registration.url") URI registrationUrl,
            @ConfigProperty(name = "ecard.mail.server.port") int smtpPort,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        this.sql = sql;
        this.clock = clock;
        this.registration = new RegistrationStub(registrationUrl);
        this.smtpPort = smtpPort;
        ServerSetup server = new ServerSetup(smtpPort, "localhost", ServerSetup.PROTOCOL_SMTP);
        server.setServerStartupTimeout(START_MILLIS);
        this.mail = new GreenMail(server);
        this.mail.start();
        this.decisions = new Decisions(bootstrapServers);
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** Monday morning, empty lanes, no mails. */
    public void beginAnew() {
        clock.set(TestClock.MONDAY);
        registration.isAway(false);
        registration.drawn().forget();
        // A mail in hand would be noted as one of the next test's.
        try {
            Await.until(() -> {
                sql.update("DELETE FROM notification WHERE lease_until IS NULL");
                assertThat(sql.number("SELECT count(*) FROM notification")).isZero();
            });
        } finally {
            sql.update("TRUNCATE ticket, notification, serial_counter CASCADE");
        }
        sql.update("UPDATE lane SET admitted_up_to = 0, stalled_since = NULL");
        sql.update("UPDATE lane_watch SET next_turn_at = '-infinity'");
        sql.update("UPDATE lane_pace SET measured_on = NULL");
        sql.update("DELETE FROM mail_outage");
        registration.answersWith(200);
        registration.tokensAnswerWith(200);
        try {
            // A reset would restart the server under the service's open connections.
            mail.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    public TestClock clock() {
        return clock;
    }

    public RegistrationStub registration() {
        return registration;
    }

    public Sql sql() {
        return sql;
    }

    /** A new application, of which nothing was heard yet. */
    public ApplicationStory application() {
        return new ApplicationStory(this);
    }

    /** An application whose papers stand in review with this number, admitted. */
    public ApplicationStory inReview(long number) {
        ApplicationStory story = application().submitted(number);
        Await.until(() -> assertThat(admittedUpTo("review")).isGreaterThanOrEqualTo(number));
        return story;
    }

    /** An application whose roster stands in issuance with this number, admitted. */
    public ApplicationStory inIssuance(long number, int readers) {
        ApplicationStory story = application().completedDocuments(number, readers);
        Await.until(() -> assertThat(admittedUpTo("issuance")).isGreaterThanOrEqualTo(number));
        return story;
    }

    public long admittedUpTo(String lane) {
        return lane(lane).path("admittedUpTo").asLong();
    }

    /** The lane as the overview shows it. */
    public JsonNode lane(String lane) {
        JsonNode items = as("watcher", "observer")
                .get("/v1/lanes")
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class)
                .path("items");
        return items.get(lane.equals("review") ? 0 : 1);
    }

    /** A caller with one role. */
    public RequestSpecification as(String name, String role) {
        return given().auth().oauth2(TestTokens.of(name, role, Instant.now())).accept(ContentType.JSON);
    }

    public RequestSpecification clerk(String name) {
        return as(name, "librarian");
    }

    /** The next case of the lane, claimed. */
    public ClaimedCase claim(String clerk, String lane) {
        return new ClaimedCase(
                this,
                clerk,
                clerk(clerk)
                        .post("/v1/lanes/" + lane + "/claims")
                        .then()
                        .statusCode(200)
                        .extract());
    }

    /** Events that the service sent about the application. */
    public List<JsonNode> said(UUID applicationId, String type) {
        return decisions.of(applicationId.toString(), "tw.ecard." + type + ".v1");
    }

    /** Events that the service sent about the lane itself. */
    public List<JsonNode> saidOfLane(String lane, String type) {
        return decisions.of(lane, "tw.ecard." + type + ".v1");
    }

    /** Events that the service sent about the pace of the lane, the first first; also those of tests before. */
    public List<JsonNode> saidOfPace(String lane) {
        return decisions.of(lane, "tw.ecard.lane.pace.v1");
    }

    /**
     * registration-service answers again, and what waited for it is due. Not while a mail is still being tried: its next
     * try would count from the later time, which stands still.
     */
    public void registrationIsBack() {
        awaitMailsInHand();
        registration.answersWith(200);
        clock.advance(Duration.ofSeconds(30));
    }

    /** Waits until no mail is being tried, or could be. */
    public void awaitMailsInHand() {
        Await.until(() -> assertThat(sql.number(MAILS_IN_HAND_OR_DUE, clock.instant(), clock.instant()))
                .isZero());
    }

    /** Mails that arrived at the address, the first first. */
    public List<MimeMessage> mails(String address) {
        return Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    /** A mail server that answers as told, in place of the usual one until that starts again. */
    public ScriptedMailServer scriptedMailServer() {
        stopMailServer();
        return new ScriptedMailServer(smtpPort);
    }

    public int smtpPort() {
        return smtpPort;
    }

    public void stopMailServer() {
        mail.stop();
    }

    public void startMailServer() {
        mail.start();
    }

    /** The mails about the application as the service lists them, the newest first. */
    public JsonNode notifications(UUID applicationId) {
        return clerk("clerk")
                .get("/v1/notifications?application=" + applicationId)
                .then()
                .statusCode(200)
                .extract()
                .as(JsonNode.class)
                .path("items");
    }

    void send(UUID key, String event) {
        try {
            producer.send(new ProducerRecord<>("ecard.applications.v1", key.toString(), event))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
