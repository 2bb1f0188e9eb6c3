package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.UUID;
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
        String text = ReadMail.text(mail);
        assertThat(text)
                .contains("王大明 先生／女士，您好：", "示範<高級>中學", "示範圖字第1150001234號", "1150000001", "申請單（須蓋申請單位關防）")
                .contains("/v1/applications/" + story.id())
                .doesNotContain("{");
        assertThat(ReadMail.html(mail))
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
        Part attachment = ReadMail.part(mail, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(attachment.getFileName()).isEqualTo("reader-data.xlsx");
        assertThat(attachment.getInputStream().readAllBytes()).isEqualTo(RegistrationStub.TEMPLATE);
    }

    @Test
    void a_queued_case_is_told_its_number_and_dates() throws Exception {
        ApplicationStory story = world.inIssuance(1, 1203);
        assertThat(ReadMail.text(onlyMail(story.contactEmail())))
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
        assertThat(ReadMail.text(mail))
                .contains("不符集體辦理資格", "有 1 列須更正", "讀者資料檔：請更正後，將完整之讀者資料檔重新上傳")
                .doesNotContain("申請文件：");
        for (Part part : ReadMail.parts(mail)) {
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
        // Before the mail is due: it would be tried again after a time that does not come.
        story.corrected(world.clock().instant());
        world.clock().advance(Duration.ofSeconds(3));
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
        assertThat(ReadMail.text(onlyMail(story.contactEmail())))
                .contains("同一申請事由已另案受理。")
                .doesNotContain("私下的話");
    }

    @Test
    void every_returned_roster_and_the_completion_are_told() throws Exception {
        ApplicationStory story = world.application().rosterReturned(200, 3);
        assertThat(ReadMail.text(onlyMail(story.contactEmail()))).contains("共 200 列", "有 3 處須更正");
        story.completed(200);
        Await.until(() -> assertThat(world.mails(story.contactEmail())).hasSize(2));
        assertThat(ReadMail.text(world.mails(story.contactEmail()).get(1)))
                .contains("共 200 張", "  1. 持數位借閱證卡號", "  4. 資料有異動時");
    }

    @Test
    void a_contact_changed_before_the_mail_goes_out_gets_it() throws Exception {
        ApplicationStory story = world.application();
        world.registration().says(story.id(), "UNDER_REVIEW", 1, "新聯絡人", "new-" + story.contactEmail());
        story.received().again();
        assertThat(ReadMail.text(onlyMail("new-" + story.contactEmail()))).contains("新聯絡人");
        assertThat(world.mails(story.contactEmail())).isEmpty();
    }

    @Test
    void who_hears_of_the_receipt_after_sending_the_papers_is_not_asked_for_them() throws Exception {
        ApplicationStory story = world.application().knownAs("UNDER_REVIEW").received();
        assertThat(ReadMail.text(onlyMail(story.contactEmail())))
                .contains("毋須重複上傳")
                .doesNotContain("關防");
    }

    @Test
    void a_case_returned_before_its_contact_heard_that_it_is_queued_is_told_of_the_return_only() throws Exception {
        world.registration().answersWith(503);
        ApplicationStory story = world.inIssuance(1, 20);
        world.claim("clerk", "issuance")
                .act("return", "{\"reasons\": [{\"code\": \"SEAL_MISSING\"}]}")
                .statusCode(200);
        story.knownAs("RETURNED");
        world.registrationIsBack();

        assertThat(onlyMail(story.contactEmail()).getSubject()).contains("申請案請補正");
        Await.until(() -> assertThat(world.notifications(story.id()).findValuesAsText("state"))
                .containsExactlyInAnyOrder("SENT", "CANCELLED"));
    }

    @Test
    void of_two_returned_rosters_the_contact_is_told_of_the_last() throws Exception {
        world.registration().answersWith(503);
        ApplicationStory story = world.application().rosterReturned(200, 3);
        world.registration().returned(story.id(), UUID.randomUUID());
        world.registrationIsBack();
        Await.until(() -> assertThat(
                        world.notifications(story.id()).path(0).path("state").asText())
                .isEqualTo("CANCELLED"));
        assertThat(world.mails(story.contactEmail())).isEmpty();
    }

    @Test
    void the_completion_carries_instructions_to_pass_on_as_they_are_and_where_the_cards_are() throws Exception {
        ApplicationStory story = world.application().completed(200);
        MimeMessage mail = onlyMail(story.contactEmail());
        String passedOn = ReadMail.text(mail).split("────+[^─]*────+")[1];
        assertThat(passedOn).contains("各位申請人，您好", "  1. 持數位借閱證卡號", "國立公共資訊圖書館").doesNotContain("王大明");
        assertThat(ReadMail.text(mail)).contains("/v1/applications/" + story.id() + "/cards?format=xlsx");
        assertThat(ReadMail.html(mail)).contains("lang=\"zh-Hant-TW\"", "<section", "<li>持數位借閱證卡號");
        assertThat(mail.getHeader("References")).containsExactly("<" + story.id() + "@ecard.invalid>");
    }

    @Test
    void nothing_is_sent_about_a_withdrawn_application() {
        ApplicationStory story = world.application().knownAs("WITHDRAWN").received();
        Await.until(() -> assertThat(
                        world.notifications(story.id()).get(0).path("state").asText())
                .isEqualTo("CANCELLED"));
        assertThat(world.mails(story.contactEmail())).isEmpty();
    }

    private String nextAttempt(ApplicationStory story) {
        return world.notifications(story.id()).path(0).path("nextAttemptAt").asText();
    }

    private MimeMessage onlyMail(String address) {
        return ReadMail.only(world, address);
    }
}
