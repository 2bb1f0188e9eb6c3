package tw.ecard.queue.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.ClaimedCase;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

/** Cases of issuance that arrive on Monday, 23 November 2026: due soon from 2 December, due on 7 December. */
@QuarkusTest
@WithTestResource(RealStack.class)
class DelayIT {

    private static final String SUBJECT = "申請案辦理時程順延";

    @Inject
    World world;

    @Inject
    TellingDelays telling;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    /** A mail that is under way while the next test empties the mailboxes would keep the mail server waiting. */
    @AfterEach
    void letEveryMailEnd() {
        world.clock().advance(Duration.ofDays(4));
        Await.until(() -> assertThat(world.sql().number("SELECT count(*) FROM notification WHERE state = 'PENDING'"))
                .isZero());
    }

    @Test
    void a_case_that_will_be_late_is_told_its_new_date_once_before_its_last_day_passes() throws Exception {
        world.inIssuance(1, 10);
        ApplicationStory late = world.inIssuance(2, 30);
        paceOf(10, 400);

        eveningOf("2026-12-01");
        assertThat(delays(late)).isZero();
        noonOf("2026-12-02");
        assertThat(delays(late)).isZero();
        // Ten cases in twenty working days: the second in line is expected on the fourth working day after today.
        eveningOf("2026-12-02");
        assertThat(delays(late)).isEqualTo(1);

        MimeMessage mail = mail(late);
        assertThat(mail.getSubject()).isEqualTo("【國立公共資訊圖書館】" + SUBJECT + "（收文號 1150000001）");
        assertThat(text(mail, 0))
                .contains("完成製證", "第 2 號", "原訂最遲完成日：中華民國 115年12月7日", "現預計完成日：中華民國 115年12月8日")
                .doesNotContain("{");
        assertThat(text(mail, 1)).contains("115年12月8日", "<strong>第 2 號</strong>");
        Await.until(() -> assertThat(world.said(late.id(), "case.delayed")).hasSize(1));
        JsonNode told = world.said(late.id(), "case.delayed").get(0);
        assertThat(told.path("dueOn").asText()).isEqualTo("2026-12-07");
        assertThat(told.path("expectedOn").asText()).isEqualTo("2026-12-08");

        // As after a restart, on several replicas, and on the days to come.
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(replica -> CompletableFuture.runAsync(telling::tellAll))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        eveningOf("2026-12-04");
        eveningOf("2026-12-07");
        noonOf("2026-12-09");
        assertThat(delays(late)).isEqualTo(1);
        assertThat(world.said(late.id(), "case.delayed")).hasSize(1);
    }

    @Test
    void without_history_the_mail_invents_no_date() throws Exception {
        ApplicationStory next = world.inIssuance(1, 10);
        ApplicationStory behind = world.inIssuance(2, 30);

        eveningOf("2026-12-03");
        assertThat(delays(behind)).isZero();
        eveningOf("2026-12-04");

        assertThat(delays(behind)).isEqualTo(1);
        assertThat(delays(next)).isZero();
        assertThat(text(mail(behind), 0)).contains("目前辦理紀錄尚不足以推估，俟可推估時於本案公布");
        Await.until(() -> assertThat(world.said(behind.id(), "case.delayed")).hasSize(1));
        assertThat(world.said(behind.id(), "case.delayed")
                        .get(0)
                        .path("expectedOn")
                        .isNull())
                .isTrue();

        eveningOf("2026-12-07");
        assertThat(delays(next)).isEqualTo(1);
    }

    @Test
    void a_case_that_is_in_work_over_or_with_its_applicant_is_not_told() {
        ApplicationStory inWork = world.inIssuance(1, 10);
        ApplicationStory returned = world.inIssuance(2, 10);
        ApplicationStory withdrawn = world.inIssuance(3, 10);
        world.clock().set(Instant.parse("2026-12-07T09:50:00Z"));
        ClaimedCase held = world.claim("clerk", "issuance");
        returned.knownAs("RETURNED");
        world.claim("clerk2", "issuance")
                .act("return", "{\"reasons\": [{\"code\": \"READER_NOT_ELIGIBLE\"}]}")
                .statusCode(200);
        withdrawn.withdrawn();
        Await.until(
                () -> assertThat(world.lane("issuance").path("waiting").asInt()).isZero());

        eveningOf("2026-12-07");

        assertThat(delays(inWork) + delays(returned) + delays(withdrawn)).isZero();
        held.act("release").statusCode(200);
        telling.tellAll();
        assertThat(delays(inWork)).isEqualTo(1);
    }

    @Test
    void a_mail_is_not_sent_when_the_case_was_decided_meanwhile() {
        ApplicationStory story = world.inIssuance(1, 10);
        world.registration().answersWith(503, story.id());
        eveningOf("2026-12-07");
        Await.until(() -> assertThat(lastErrorOfDelay(story)).isNotEmpty());
        world.claim("clerk", "issuance").act("issuance").statusCode(200);
        world.awaitMailsInHand();
        world.registration().answersWith(200, story.id());
        world.clock().set(Instant.parse("2026-12-07T12:00:00Z"));
        Await.until(() -> assertThat(state(story)).isEqualTo("CANCELLED"));
        assertThat(world.mails(story.contactEmail())).noneMatch(mail -> isDelay(mail));
    }

    @Test
    void a_new_round_can_be_late_again() {
        ApplicationStory story = world.inIssuance(1, 10);
        eveningOf("2026-12-07");
        assertThat(delays(story)).isEqualTo(1);
        story.knownAs("RETURNED");
        world.claim("clerk", "issuance")
                .act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}")
                .statusCode(200);
        world.clock().set(Instant.parse("2026-12-09T02:00:00Z"));
        story.corrected(world.clock().instant());
        Await.until(
                () -> assertThat(world.lane("issuance").path("waiting").asInt()).isEqualTo(1));

        eveningOf("2026-12-09");

        assertThat(delays(story)).isEqualTo(2);
    }

    private void paceOf(int cases, int readers) {
        world.sql().update("""
                        UPDATE lane_pace SET measured_on = '2026-11-23', working_days = 20, cases = ?, readers = ?,
                            schedule = ARRAY(SELECT CAST(d AS date)
                                FROM generate_series(timestamp '2026-11-24', timestamp '2026-12-24', '1 day') d
                                WHERE extract(isodow FROM d) < 6)
                        WHERE lane = 'ISSUANCE'""", cases, readers);
    }

    private void eveningOf(String day) {
        world.clock().set(Instant.parse(day + "T10:00:00Z"));
        telling.tellAll();
    }

    private void noonOf(String day) {
        world.clock().set(Instant.parse(day + "T04:00:00Z"));
        telling.tellAll();
    }

    private long delays(ApplicationStory story) {
        return world.sql()
                .number("SELECT count(*) FROM notification WHERE application_id = ? AND kind = 'DELAYED'", story.id());
    }

    private String lastErrorOfDelay(ApplicationStory story) {
        return StreamSupport.stream(world.notifications(story.id()).spliterator(), false)
                .filter(mail -> mail.path("kind").asText().equals("DELAYED"))
                .map(mail -> mail.path("lastError").asText(""))
                .collect(Collectors.joining());
    }

    private String state(ApplicationStory story) {
        return world.sql()
                .first(
                        row -> row.getString("state"),
                        "SELECT state FROM notification WHERE application_id = ? AND kind = 'DELAYED'",
                        story.id())
                .orElseThrow();
    }

    private MimeMessage mail(ApplicationStory story) {
        Await.until(() -> assertThat(world.mails(story.contactEmail())).anyMatch(DelayIT::isDelay));
        assertThat(world.mails(story.contactEmail()))
                .filteredOn(DelayIT::isDelay)
                .hasSize(1);
        return world.mails(story.contactEmail()).stream()
                .filter(DelayIT::isDelay)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isDelay(MimeMessage mail) {
        try {
            return mail.getSubject().contains(SUBJECT);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(MimeMessage mail, int form) throws Exception {
        Multipart forms = (Multipart) mail.getContent();
        while (forms.getBodyPart(0).getContent() instanceof Multipart inner) {
            forms = inner;
        }
        return forms.getBodyPart(form).getContent().toString();
    }
}
