package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.RegistrationStub;
import tw.ecard.queue.World;

@QuarkusTest
@WithTestResource(RealStack.class)
class NotificationIT {

    @Inject
    World world;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @Test
    void a_recorded_application_is_confirmed_to_its_contact_as_text_and_html() throws Exception {
        ApplicationStory story = world.application().received();
        MimeMessage mail = onlyMail(story.contactEmail());
        assertThat(mail.getSubject()).isEqualTo("【國立公共資訊圖書館】申請案已收件（收文號 1150000001）");
        String text = part(mail, "text/plain").getContent().toString();
        assertThat(text)
                .contains("王大明 先生／女士，您好：", "示範<高級>中學", "示範圖字第1150001234號", "1150000001", "申請單（須蓋申請單位關防）")
                .doesNotContain("{");
        assertThat(part(mail, "text/html").getContent().toString())
                .contains("示範&lt;高級&gt;中學", "<li>申請單（須蓋申請單位關防）</li>")
                .doesNotContain("示範<高級>中學");
        Await.until(
                () -> assertThat(world.said(story.id(), "notification.sent")).hasSize(1));
        assertThat(world.notifications(story.id()).get(0).path("state").asText())
                .isEqualTo("SENT");
    }

    @Test
    void an_approval_is_told_once_registration_service_has_taken_it_with_the_blank_template() throws Exception {
        ApplicationStory story = world.inReview(1);
        world.claim("clerk", "review").checked().act("approval").statusCode(200);
        Await.until(() -> assertThat(nextAttempt(story)).isEqualTo("2026-11-23T10:00:03+08:00"));
        assertThat(world.mails(story.contactEmail())).isEmpty();

        story.knownAs("APPROVED");
        world.clock().advance(Duration.ofSeconds(3));
        MimeMessage mail = onlyMail(story.contactEmail());
        Part attachment = parts(mail).stream()
                .filter(part -> is(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .findFirst()
                .orElseThrow();
        assertThat(attachment.getFileName()).isEqualTo("reader-data.xlsx");
        assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(RegistrationStub.TEMPLATE);
    }

    @Test
    void a_queued_case_is_told_its_number_and_dates() throws Exception {
        ApplicationStory story = world.inIssuance(1, 1203);
        assertThat(text(onlyMail(story.contactEmail())))
                .contains("第 1 號", "預定完成日：中華民國 115年12月2日", "最遲完成日：中華民國 115年12月7日");
    }

    @Test
    void a_return_shows_the_catalogues_texts_and_never_what_staff_wrote() throws Exception {
        ApplicationStory story = world.inIssuance(1, 20);
        onlyMail(story.contactEmail());
        story.knownAs("RETURNED");
        world.claim("clerk", "issuance").act("return", """
                        {"reasons": [{"code": "READER_NOT_ELIGIBLE", "message": "第17列李小華非本校學生"}],
                         "rows": [{"row": 17, "message": "李小華已轉學"}]}""").statusCode(200);
        Await.until(() -> assertThat(world.mails(story.contactEmail())).hasSize(2));
        MimeMessage mail = world.mails(story.contactEmail()).get(1);
        assertThat(text(mail))
                .contains("不符集體辦理資格", "有 1 列須更正", "讀者資料檔：請更正後重新上傳")
                .doesNotContain("申請文件：");
        for (Part part : parts(mail)) {
            assertThat(part.getContent().toString()).doesNotContain("李小華");
        }
    }

    @Test
    void a_call_to_correct_is_cancelled_when_it_was_followed_already() {
        ApplicationStory story = world.inReview(1);
        world.claim("clerk", "review")
                .act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}")
                .statusCode(200);
        Await.until(() -> assertThat(nextAttempt(story)).isEqualTo("2026-11-23T10:00:03+08:00"));
        world.clock().advance(Duration.ofSeconds(3));
        story.corrected(world.clock().instant());
        Await.until(() -> assertThat(
                        world.notifications(story.id()).get(0).path("state").asText())
                .isEqualTo("CANCELLED"));
        assertThat(world.mails(story.contactEmail())).isEmpty();
    }

    @Test
    void a_rejection_says_the_codes_text() throws Exception {
        ApplicationStory story = world.inReview(1).knownAs("REJECTED");
        world.claim("clerk", "review")
                .act("rejection", "{\"code\": \"DUPLICATE_APPLICATION\", \"reason\": \"私下的話\"}")
                .statusCode(200);
        assertThat(text(onlyMail(story.contactEmail())))
                .contains("同一申請事由已另案受理。")
                .doesNotContain("私下的話");
    }

    @Test
    void every_returned_roster_and_the_completion_are_told() throws Exception {
        ApplicationStory story = world.application().rosterReturned(200, 3);
        assertThat(text(onlyMail(story.contactEmail()))).contains("共 200 列", "有 3 處須更正");
        story.completed(200);
        Await.until(() -> assertThat(world.mails(story.contactEmail())).hasSize(2));
        assertThat(text(world.mails(story.contactEmail()).get(1))).contains("共 200 張", "  1. 持數位借閱證卡號", "  4. 資料有異動時");
    }

    @Test
    void a_contact_changed_before_the_mail_goes_out_gets_it() throws Exception {
        ApplicationStory story = world.application();
        world.registration().says(story.id(), "UNDER_REVIEW", 1, "新聯絡人", "new-" + story.contactEmail());
        story.received().again();
        assertThat(text(onlyMail("new-" + story.contactEmail()))).contains("新聯絡人");
        assertThat(world.mails(story.contactEmail())).isEmpty();
    }

    @Test
    void a_mail_that_cannot_be_sent_is_tried_again_later_and_later_under_one_message_id() throws Exception {
        ApplicationStory story = world.application();
        world.registration().says(story.id(), "DOCUMENTS_MISSING", 1, "王大明", "not an address");
        story.received();
        Await.until(() -> assertThat(attempts(story)).isEqualTo(1));
        JsonNode listed = world.notifications(story.id()).get(0);
        assertThat(listed.path("state").asText()).isEqualTo("PENDING");
        assertThat(listed.path("nextAttemptAt").asText()).isEqualTo("2026-11-23T10:00:05+08:00");
        assertThat(listed.path("lastError").asText()).isNotEmpty().doesNotContain("not an address");

        world.clock().advance(Duration.ofSeconds(5));
        Await.until(() -> assertThat(attempts(story)).isEqualTo(2));
        assertThat(nextAttempt(story)).isEqualTo("2026-11-23T10:00:15+08:00");

        story.knownAs("DOCUMENTS_MISSING");
        world.clock().advance(Duration.ofSeconds(10));
        MimeMessage mail = onlyMail(story.contactEmail());
        assertThat(mail.getHeader("Message-ID"))
                .containsExactly("<" + listed.path("id").asText() + "@ecard.invalid>");
    }

    @Test
    void a_mail_is_given_up_after_three_days_and_that_is_told() {
        ApplicationStory story = world.application();
        world.registration().says(story.id(), "DOCUMENTS_MISSING", 1, "王大明", "not an address");
        story.received();
        Await.until(() -> assertThat(attempts(story)).isEqualTo(1));
        world.clock().advance(Duration.ofDays(3).plusSeconds(1));
        Await.until(
                () -> assertThat(world.said(story.id(), "notification.failed")).hasSize(1));
        assertThat(world.notifications(story.id()).get(0).path("state").asText())
                .isEqualTo("FAILED");
    }

    @Test
    void nothing_is_sent_about_a_withdrawn_application() {
        ApplicationStory story = world.application().knownAs("WITHDRAWN").received();
        Await.until(() -> assertThat(
                        world.notifications(story.id()).get(0).path("state").asText())
                .isEqualTo("CANCELLED"));
        assertThat(world.mails(story.contactEmail())).isEmpty();
    }

    private int attempts(ApplicationStory story) {
        return world.notifications(story.id()).path(0).path("attempts").asInt();
    }

    private String nextAttempt(ApplicationStory story) {
        return world.notifications(story.id()).path(0).path("nextAttemptAt").asText();
    }

    private MimeMessage onlyMail(String address) {
        Await.until(() -> assertThat(world.mails(address)).hasSize(1));
        return world.mails(address).get(0);
    }

    private static String text(MimeMessage mail) throws MessagingException, IOException {
        return part(mail, "text/plain").getContent().toString();
    }

    private static Part part(MimeMessage mail, String type) throws MessagingException, IOException {
        return parts(mail).stream().filter(part -> is(part, type)).findFirst().orElseThrow();
    }

    private static boolean is(Part part, String type) {
        try {
            return part.isMimeType(type);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Part> parts(Part whole) throws MessagingException, IOException {
        if (!(whole.getContent() instanceof Multipart multipart)) {
            return List.of(whole);
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            parts.addAll(parts(part));
        }
        return parts;
    }
}
