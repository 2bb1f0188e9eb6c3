package tw.ecard.queue.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tw.ecard.queue.ApplicationStory;
import tw.ecard.queue.Await;
import tw.ecard.queue.RealStack;
import tw.ecard.queue.World;

@QuarkusTest
@WithTestResource(RealStack.class)
class ContactChangeIT {

    @Inject
    World world;

    @BeforeEach
    void beginAnew() {
        world.beginAnew();
    }

    @Test
    void both_contacts_are_told_once_and_neither_hears_of_the_other() throws Exception {
        ApplicationStory story = world.application();
        String former = story.contactEmail();
        story.contactChanged("APPROVED", "李小華", "li-" + former).again();

        MimeMessage toFormer = ReadMail.only(world, former);
        assertThat(toFormer.getSubject()).contains("聯絡人已變更");
        for (String body : new String[] {ReadMail.text(toFormer), ReadMail.html(toFormer)}) {
            assertThat(body).contains("王大明", "不再擔任").doesNotContain("李小華", "li-");
        }
        MimeMessage toPresent = ReadMail.only(world, "li-" + former);
        for (String body : new String[] {ReadMail.text(toPresent), ReadMail.html(toPresent)}) {
            assertThat(body).contains("李小華", "由您擔任聯絡人", "尚待上傳讀者資料檔").doesNotContain("王大明");
        }
        Await.until(
                () -> assertThat(world.said(story.id(), "notification.sent")).hasSize(2));
        assertThat(becameOf(story))
                .isEqualTo(Map.of("CONTACT_CHANGED_FORMER", "SENT", "CONTACT_CHANGED_PRESENT", "SENT"));
    }

    @Test
    void of_two_quick_changes_nobody_is_told_to_be_the_contact_who_is_not() throws Exception {
        world.registration().answersWith(503);
        ApplicationStory story = world.application();
        String first = story.contactEmail();
        story.contactChanged("APPROVED", "第二人", "second-" + first);
        story.contactChanged("APPROVED", "第三人", "third-" + first);
        afterwards();

        assertThat(ReadMail.text(ReadMail.only(world, first))).contains("王大明", "不再擔任");
        assertThat(ReadMail.text(ReadMail.only(world, "second-" + first))).contains("第二人", "不再擔任");
        assertThat(ReadMail.text(ReadMail.only(world, "third-" + first))).contains("第三人", "由您擔任聯絡人");
        Await.until(() -> assertThat(world.notifications(story.id()).findValuesAsText("state"))
                .containsOnlyOnce("CANCELLED"));
    }

    @Test
    void who_is_named_again_is_told_that_and_nothing_else() throws Exception {
        world.registration().answersWith(503);
        ApplicationStory story = world.application();
        String first = story.contactEmail();
        story.contactChanged("QUEUED", "第二人", "second-" + first);
        story.contactChanged("QUEUED", "王大明", first);
        afterwards();

        assertThat(ReadMail.text(ReadMail.only(world, first))).contains("由您擔任聯絡人", "目前毋須辦理其他事項");
        assertThat(ReadMail.text(ReadMail.only(world, "second-" + first))).contains("不再擔任");
    }

    @Test
    void a_corrected_name_at_the_same_address_is_one_mail() throws Exception {
        ApplicationStory story = world.application();
        story.contactChanged("UNDER_REVIEW", "王大銘", story.contactEmail());
        assertThat(ReadMail.text(ReadMail.only(world, story.contactEmail()))).contains("王大銘", "由您擔任聯絡人");
        Await.until(
                () -> assertThat(becameOf(story).get("CONTACT_CHANGED_FORMER")).isEqualTo("CANCELLED"));
    }

    /** The other service is back, and the next try is due. */
    private void afterwards() {
        Await.until(() -> assertThat(world.sql().number("SELECT count(*) FROM notification"))
                .isEqualTo(4));
        world.registrationIsBack();
    }

    private Map<String, String> becameOf(ApplicationStory story) {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode mail : world.notifications(story.id())) {
            states.put(mail.path("kind").asText(), mail.path("state").asText());
        }
        return states;
    }
}
