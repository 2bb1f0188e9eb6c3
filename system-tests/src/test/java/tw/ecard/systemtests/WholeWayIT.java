package tw.ecard.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tw.ecard.localstack.demo.Person;
import tw.ecard.systemtests.actor.Application;
import tw.ecard.systemtests.actor.Case;
import tw.ecard.systemtests.actor.Desk;
import tw.ecard.systemtests.actor.Lane;
import tw.ecard.systemtests.actor.MailKind;
import tw.ecard.systemtests.actor.Mailbox.Letter;
import tw.ecard.systemtests.actor.Paper;
import tw.ecard.systemtests.actor.Roster;
import tw.ecard.systemtests.contract.EventSchemas;
import tw.ecard.systemtests.roster.FilledTemplate;
import tw.ecard.systemtests.roster.Readers;
import tw.ecard.systemtests.roster.RosterFile;
import tw.ecard.systemtests.roster.Unzipped;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Call;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.Topics;
import tw.ecard.systemtests.stack.WithEcard;

/** The way of an application from the official document to the cards, and the ways around its corners. */
@WithEcard
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWayIT {

    private final Ecard ecard;
    private final Desk clerk;

    WholeWayIT(Ecard ecard) {
        this.ecard = ecard;
        this.clerk = ecard.desk("clerk");
    }

    @Test
    @Order(1)
    void a_school_gets_its_cards_with_an_xlsx_that_came_back_once() {
        Application application = ecard.school().applies();
        assertThat(application.receiptNumber()).matches("\\d{10}");
        assertThat(application.status()).isEqualTo("DOCUMENTS_MISSING");
        assertMail(application, MailKind.RECEIVED);

        application.handsInPapers();
        assertThat(application.status()).isEqualTo("UNDER_REVIEW");
        assertThat(application.now().at("/queue/lane").asText()).isEqualTo("REVIEW");
        clerk.approves(application);
        assertMail(application, MailKind.APPROVED);

        List<Person> people = Readers.ofSchool(40);
        Roster hasty = application.uploads(RosterFile.xlsx(Readers.withTwoErrors(people)));
        hasty.becomes("RETURNED");
        assertThat(application.status()).isEqualTo("ROSTER_RETURNED");
        assertErrors(hasty, people.get(0).nationalId());
        assertMail(application, MailKind.ROSTER_RETURNED);

        Roster corrected = application.uploads(RosterFile.xlsx(people));
        assertThat(corrected.becomes("ACCEPTED").path("accepted").asInt()).isEqualTo(40);
        application.becomes("QUEUED");
        assertThat(application.standsIn(Lane.ISSUANCE, "WAITING")).isPositive();
        Letter queued = assertMail(application, MailKind.QUEUED);
        assertThat(queued.text())
                .contains("第 " + application.now().at("/queue/ticket").asLong() + " 號", "最遲完成日");

        Case issuing = clerk.takesUp(application, Lane.ISSUANCE);
        assertThat(issuing.claimed().path("readers").asInt()).isEqualTo(40);
        assertMasked(corrected, people);
        JsonNode issued = issuing.issues().expect(200).json();
        application.becomes("COMPLETED");

        assertCards(application, issued, 40);
        assertThat(workbookOf(application.cardsAsXlsx()))
                .contains(
                        issued.path("firstCardNumber").asText(),
                        issued.path("lastCardNumber").asText())
                .doesNotContain(people.get(0).name(), people.get(0).nationalId());
        Letter completed = assertMail(application, MailKind.COMPLETED);
        assertThat(completed.text()).contains("40 張", "自行設定密碼");
    }

    @Test
    @Order(2)
    void an_agency_gets_its_cards_with_an_ods_that_came_back_once() {
        Application application = clerk.approves(ecard.agency().applies().handsInPapers());

        List<Person> staff = Readers.ofAgency(12);
        Roster hasty = application.uploads(RosterFile.ods(Readers.withTwoErrors(staff)));
        assertThat(hasty.becomes("RETURNED").path("format").asText()).isEqualTo("ODS");
        assertErrors(hasty, staff.get(0).nationalId());

        application.uploads(RosterFile.ods(staff)).becomes("ACCEPTED");
        JsonNode issued = clerk.issues(application).json();

        assertCards(application, issued, 12);
        assertMail(application, MailKind.COMPLETED);
    }

    @Test
    @Order(3)
    void the_template_in_the_mail_is_accepted_once_it_is_filled_in() {
        Application application = clerk.approves(ecard.school().applies().handsInPapers());
        Letter approved = application.isTold(MailKind.APPROVED).get(0);
        assertThat(approved.attachments()).hasSize(1);
        byte[] template = approved.attachments().values().iterator().next();

        List<Person> people = Readers.ofSchool(3);
        application
                .uploads(new RosterFile("讀者資料檔.xlsx", FilledTemplate.of(template, people)))
                .becomes("ACCEPTED");

        assertThat(clerk.issues(application).json().path("cards").asInt()).isEqualTo(3);
    }

    @Test
    @Order(4)
    void papers_returned_in_review_come_back_to_the_same_place() {
        Application application = ecard.school().applies().handsInPapers();
        Case first = clerk.takesUp(application, Lane.REVIEW);
        first.returns("SEAL_MISSING").expect(200);
        application.becomes("RETURNED");
        assertThat(application.now().at("/returned/requires")).hasToString("[\"PAPERS\"]");
        assertMail(application, MailKind.RETURNED);

        application.handsIn(Paper.APPLICATION_FORM).expect(200);
        application.corrects().expect(200);
        assertThat(application.status()).isEqualTo("UNDER_REVIEW");

        Case again = clerk.takesUp(application, Lane.REVIEW);
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.claimed().path("round").asInt()).isEqualTo(2);
        again.approves().expectProblem(409, "checks-missing");
        again.checks(true, true).expect(200);
        again.approves().expect(200);
        application.becomes("APPROVED");
        withdrawn(application);
    }

    @Test
    @Order(5)
    void a_roster_returned_in_issuance_comes_back_to_the_same_place() {
        Application application = queued(5);
        Case first = clerk.takesUp(application, Lane.ISSUANCE);
        first.returnsRow(3, "單位請填全名").expect(200);
        application.becomes("RETURNED");
        assertThat(application.now().at("/returned/requires")).hasToString("[\"ROSTER\"]");
        assertMail(application, MailKind.RETURNED);
        application.corrects().expectProblem(409, "roster-required");

        application.uploads(RosterFile.xlsx(Readers.ofSchool(6))).becomes("ACCEPTED");
        application.becomes("QUEUED");

        Case again = clerk.takesUp(application, Lane.ISSUANCE);
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.claimed().path("readers").asInt()).isEqualTo(6);
        JsonNode issued = again.issues().expect(200).json();
        application.becomes("COMPLETED");
        assertCards(application, issued, 6);
    }

    @Test
    @Order(6)
    void papers_and_roster_returned_in_issuance_are_both_waited_for() {
        Application application = queued(4);
        Case first = clerk.takesUp(application, Lane.ISSUANCE);
        first.returns("SIGNATURE_MISSING", "READER_DATA_INCORRECT").expect(200);
        application.becomes("RETURNED");
        assertThat(application.now().at("/returned/requires")).hasSize(2);

        application.uploads(RosterFile.xlsx(Readers.ofSchool(4))).becomes("ACCEPTED");
        assertThat(application.status()).isEqualTo("RETURNED");
        application.handsIn(Paper.CONSENT_DECLARATION).expect(200);
        application.corrects().expect(200);
        application.becomes("QUEUED");

        Case again = clerk.takesUp(application, Lane.ISSUANCE);
        assertThat(again.number()).isEqualTo(first.number());
        again.issues().expect(200);
        application.becomes("COMPLETED");
    }

    @Test
    @Order(7)
    void an_application_that_is_rejected_ends_there() {
        Application application = ecard.school().applies().handsInPapers();
        clerk.takesUp(application, Lane.REVIEW).rejects().expect(200);
        application.becomes("REJECTED");
        assertMail(application, MailKind.REJECTED);
    }

    @Test
    @Order(8)
    void a_withdrawn_application_leaves_the_lane_and_frees_its_document() {
        Application application = queued(2);
        long ticket = application.standsIn(Lane.ISSUANCE, "WAITING");
        withdrawn(application);

        Application behind = queued(2);
        assertThat(clerk.takesUp(behind, Lane.ISSUANCE).number()).isGreaterThan(ticket);
        withdrawn(behind);
    }

    /** Last: what all of the above made the services say to each other. */
    @Test
    @Order(100)
    void every_event_keeps_to_the_contract_and_no_sequence_has_a_gap() {
        EventSchemas schemas = new EventSchemas();
        for (String topic : List.of(Topics.APPLICATIONS, Topics.DECISIONS)) {
            List<ConsumerRecord<String, String>> records = ecard.topics().everythingOn(topic);
            assertThat(records).as(topic).hasSizeGreaterThan(20);
            for (ConsumerRecord<String, String> record : records) {
                JsonNode event = EventSchemas.parse(record.value());
                assertThat(schemas.violations(event)).as(record.value()).isEmpty();
                assertThat(event.path("subject").asText()).isEqualTo(record.key());
                String spokenOf = event.path("data").has("applicationId") ? "applicationId" : "lane";
                assertThat(event.path("data").path(spokenOf).asText()).isEqualTo(record.key());
            }
            assertThat(sequences(records))
                    .allSatisfy((application, numbers) ->
                            assertThat(numbers).as(topic + " " + application).isEqualTo(fromOne(numbers.size())));
        }
    }

    /** Each application's numbers in the order of the topic; an event that was sent twice counts once. */
    private static Map<String, List<Long>> sequences(List<ConsumerRecord<String, String>> records) {
        return records.stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        Collectors.mapping(
                                found -> EventSchemas.parse(found.value())
                                        .at("/data/sequence")
                                        .asLong(),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        numbers -> numbers.stream().distinct().toList()))));
    }

    private static List<Long> fromOne(int last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private Application queued(int people) {
        Application application = clerk.approves(ecard.school().applies().handsInPapers());
        application.uploads(RosterFile.xlsx(Readers.ofSchool(people))).becomes("ACCEPTED");
        return application.becomes("QUEUED");
    }

    private static void withdrawn(Application application) {
        Answer answer = application.withdraws().expect(200);
        assertThat(answer.json().path("status").asText()).isEqualTo("WITHDRAWN");
    }

    /** The mail arrived: a zh-TW subject with the receipt number, as text and as HTML. */
    private static Letter assertMail(Application application, MailKind kind) {
        List<Letter> letters = application.isTold(kind);
        Letter letter = letters.get(0);
        assertThat(letters).extracting(Letter::messageId).containsOnly(letter.messageId());
        assertThat(letter.subject()).contains(kind.subject(), application.receiptNumber());
        assertThat(letter.text()).contains(application.contact().name(), application.receiptNumber());
        assertThat(letter.html())
                .contains("<html lang=\"zh-Hant-TW\">", application.contact().name());
        assertThat(letter.to()).containsExactly(application.contact().email());
        return letter;
    }

    /** The two slips of {@link Readers#withTwoErrors}, found by row and column, the ID masked. */
    private static void assertErrors(Roster roster, String nationalId) {
        List<JsonNode> errors = roster.errors().stream()
                .filter(error -> error.path("severity").asText().equals("ERROR"))
                .toList();
        assertThat(errors)
                .extracting(error ->
                        error.path("row").asInt() + " " + error.path("column").asText() + " "
                                + error.path("code").asText())
                .containsExactlyInAnyOrder("2 身分證字號 NATIONAL_ID_CHECKSUM", "4 身分別 CATEGORY_NOT_ELIGIBLE");
        assertThat(errors).allSatisfy(error -> {
            assertThat(error.path("message").asText()).isNotBlank();
            assertThat(error.toString()).doesNotContain(Readers.mistyped(nationalId));
        });
    }

    private void assertMasked(Roster roster, List<Person> people) {
        String readers = Call.get(roster.url() + "/readers?limit=50")
                .as(ecard.identities().user("clerk"))
                .send()
                .expect(200)
                .text();
        for (Person person : people) {
            assertThat(readers).doesNotContain(person.name(), person.nationalId(), person.mobile());
        }
        assertThat(readers).contains(people.get(0).name().substring(0, 1));
    }

    private static void assertCards(Application application, JsonNode issued, int count) {
        List<JsonNode> cards = application.cards();
        assertThat(issued.path("cards").asInt()).isEqualTo(count);
        assertThat(cards).hasSize(count);
        List<String> numbers =
                cards.stream().map(card -> card.path("cardNumber").asText()).toList();
        assertThat(numbers).doesNotHaveDuplicates().isSorted().allMatch(number -> number.matches("EC\\d{12}"));
        assertThat(numbers.get(0)).isEqualTo(issued.path("firstCardNumber").asText());
        assertThat(numbers.get(count - 1))
                .isEqualTo(issued.path("lastCardNumber").asText());
    }

    /** All text in the parts of the workbook. */
    private static String workbookOf(byte[] xlsx) {
        return Unzipped.parts(xlsx).values().stream()
                .map(part -> new String(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }
}
