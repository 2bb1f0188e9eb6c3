package tw.ecard.systemtests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.ecard.systemtests.actor.Application;
import tw.ecard.systemtests.actor.Case;
import tw.ecard.systemtests.actor.Contact;
import tw.ecard.systemtests.actor.Desk;
import tw.ecard.systemtests.actor.Institution;
import tw.ecard.systemtests.actor.Lane;
import tw.ecard.systemtests.actor.Paper;
import tw.ecard.systemtests.roster.Readers;
import tw.ecard.systemtests.roster.RosterFile;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Call;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.Unchanged;
import tw.ecard.systemtests.stack.WithEcard;

/** Whatever is wrong with a request, it is answered by a problem of a stable type, and no row changes anywhere. */
@WithEcard
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {

    private static final String DOCUMENT = Institution.documentNumber();

    private final Institution school;
    private final Institution agency;
    private final Desk clerk;
    private final Desk clerk2;
    private final Ecard ecard;
    private final Unchanged nothingChanges;

    private Application fresh;
    private Application reviewed;
    private Application approved;
    private Case inWork;

    BadInputIT(Ecard ecard) {
        this.ecard = ecard;
        this.school = ecard.school();
        this.agency = ecard.agency();
        this.clerk = ecard.desk("clerk");
        this.clerk2 = ecard.desk("clerk2");
        this.nothingChanges = new Unchanged(ecard);
    }

    /** A request that is to be refused, and how. */
    private record Refused(String what, int status, String type, Supplier<Answer> request) {

        @Override
        public String toString() {
            return what;
        }
    }

    @BeforeAll
    void three_applications_in_different_states() {
        Contact contact = Contact.unique();
        fresh = school.of(
                school.submits(school.application(DOCUMENT, contact), "bad-input-" + UUID.randomUUID())
                        .expect(201),
                contact);
        approved = clerk.approves(school.applies().handsInPapers());
        reviewed = school.applies().handsInPapers();
        inWork = clerk.takesUp(reviewed, Lane.REVIEW);
    }

    @AfterAll
    void nobody_waits_any_more() {
        Stream.of(fresh, reviewed, approved)
                .forEach(application -> application.withdraws().expect(200));
    }

    @ParameterizedTest
    @MethodSource({"applications", "papers", "rosters", "cases"})
    void is_refused_and_changes_nothing(Refused refused) {
        nothingChanges.by(refused.request()).expectProblem(refused.status(), refused.type());
    }

    @Test
    void a_key_that_was_used_for_another_body_is_refused_and_changes_nothing() {
        String key = UUID.randomUUID().toString();
        Contact contact = Contact.unique();
        Application once = school.of(
                school.submits(school.application(Institution.documentNumber(), contact), key)
                        .expect(201),
                contact);

        nothingChanges
                .by(() -> school.submits(school.application(Institution.documentNumber(), contact), key))
                .expectProblem(422, "idempotency-key-reused");

        once.withdraws().expect(200);
    }

    private Stream<Refused> applications() {
        String applications = ecard.registration().url() + "/v1/applications";
        return Stream.of(
                new Refused(
                        "no JSON",
                        400,
                        "unreadable-json",
                        () -> Call.post(applications)
                                .as(school.token())
                                .content("application/json", "{\"institution\":".getBytes(StandardCharsets.UTF_8))
                                .send()),
                new Refused("a property nobody knows", 400, "unreadable-json", () -> apply("colour", "red")),
                new Refused("nothing in it", 400, "invalid-request", () -> school.submits(Map.of(), key())),
                new Refused("no contact", 400, "invalid-request", () -> apply("contact", null)),
                new Refused(
                        "no mail address",
                        400,
                        "invalid-request",
                        () -> apply("contact", Map.of("name", "甲", "email", "nobody", "phone", "05-5512345"))),
                new Refused(
                        "no document number",
                        400,
                        "invalid-application",
                        () -> apply(
                                "officialDocument",
                                Map.of("number", "第一號", "issuedOn", "2026-11-20", "speed", "NORMAL"))),
                new Refused(
                        "the same document number again",
                        409,
                        "duplicate-official-document",
                        () -> school.submits(school.application(DOCUMENT, Contact.unique()), key())),
                new Refused(
                        "another institution's name",
                        403,
                        "foreign-institution",
                        () -> school.submits(
                                agency.application(Institution.documentNumber(), Contact.unique()), key())),
                new Refused(
                        "an unknown application",
                        404,
                        "not-found",
                        () -> Call.get(applications + "/" + UUID.randomUUID())
                                .as(school.token())
                                .send()),
                new Refused(
                        "no id at all",
                        404,
                        "http-404",
                        () -> Call.get(applications + "/1150000001")
                                .as(school.token())
                                .send()),
                new Refused(
                        "a stranger's application",
                        404,
                        "not-found",
                        () -> Call.get(fresh.url()).as(agency.token()).send()),
                new Refused(
                        "withdrawal of a stranger's",
                        404,
                        "not-found",
                        () -> Call.post(fresh.url() + "/withdrawal")
                                .as(agency.token())
                                .send()),
                new Refused("a correction that nobody asked for", 409, "step-out-of-order", () -> fresh.corrects()),
                new Refused("a contact without If-Match", 428, "revision-required", () -> contact(null)),
                new Refused("a contact with a stale If-Match", 412, "stale-revision", () -> contact("\"99\"")),
                new Refused(
                        "a cursor that no page gave",
                        400,
                        "invalid-cursor",
                        () -> Call.get(applications + "?cursor=%20")
                                .as(school.token())
                                .send()),
                new Refused(
                        "a method that is not there",
                        405,
                        "http-405",
                        () -> Call.of("DELETE", fresh.url()).as(school.token()).send()),
                new Refused(
                        "a body of another type",
                        415,
                        "http-415",
                        () -> Call.post(applications)
                                .as(school.token())
                                .content("text/csv", "a,b".getBytes(StandardCharsets.UTF_8))
                                .send()));
    }

    private Stream<Refused> papers() {
        return Stream.of(
                new Refused(
                        "a paper that is a text",
                        415,
                        "unsupported-document",
                        () -> fresh.handsIn(
                                "application-form", "form.pdf", "not a pdf".getBytes(StandardCharsets.UTF_8))),
                new Refused(
                        "a paper of no kind",
                        404,
                        "not-found",
                        () -> fresh.handsIn("love-letter", "form.pdf", Paper.APPLICATION_FORM.content())),
                new Refused(
                        "a paper while it is reviewed",
                        409,
                        "step-out-of-order",
                        () -> reviewed.handsIn(Paper.APPLICATION_FORM)),
                new Refused(
                        "a paper for a stranger's application",
                        404,
                        "not-found",
                        () -> Call.put(fresh.url() + "/attachments/application-form")
                                .as(agency.token())
                                .file("form.pdf", Paper.APPLICATION_FORM.content())
                                .send()));
    }

    private Stream<Refused> rosters() {
        RosterFile good = RosterFile.xlsx(Readers.ofSchool(3));
        byte[] truncated = Arrays.copyOf(good.content(), good.content().length / 2);
        return Stream.of(
                new Refused(
                        "a roster before approval",
                        409,
                        "application-not-approved",
                        () -> fresh.sends(good.name(), good.content(), key())),
                new Refused(
                        "a roster that is a pdf",
                        415,
                        "roster-not-a-spreadsheet",
                        () -> approved.sends("roster.xlsx", Paper.APPLICATION_FORM.content(), key())),
                new Refused(
                        "a roster of one column",
                        415,
                        "roster-not-a-spreadsheet",
                        () -> approved.sends("roster.csv", "姓名\n王小明\n".getBytes(StandardCharsets.UTF_8), key())),
                new Refused(
                        "half a roster",
                        422,
                        "roster-truncated",
                        () -> approved.sends("roster.xlsx", truncated, key())),
                new Refused(
                        "no file",
                        400,
                        "file-required",
                        () -> Call.post(approved.url() + "/rosters")
                                .as(school.token())
                                .content(
                                        "multipart/form-data; boundary=x",
                                        "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x--\r\n"
                                                .getBytes(StandardCharsets.US_ASCII))
                                .send()),
                new Refused(
                        "a roster for a stranger's application",
                        404,
                        "not-found",
                        () -> Call.post(approved.url() + "/rosters")
                                .as(agency.token())
                                .file("roster.xlsx", good.content())
                                .send()));
    }

    private Stream<Refused> cases() {
        String tickets = ecard.queue().url() + "/v1/tickets/";
        return Stream.of(
                new Refused(
                        "an unknown ticket",
                        404,
                        "not-found",
                        () -> Call.get(tickets + UUID.randomUUID())
                                .as(ecard.identities().user("clerk"))
                                .send()),
                new Refused(
                        "an unknown lane",
                        404,
                        "not-found",
                        () -> Call.post(ecard.queue().url() + "/v1/lanes/fast/claims")
                                .as(ecard.identities().user("clerk"))
                                .send()),
                new Refused(
                        "a decision without If-Match",
                        428,
                        "revision-required",
                        () -> inWork.actsUnder(null, "approval", null)),
                new Refused(
                        "a decision on what has changed since",
                        412,
                        "stale-revision",
                        () -> inWork.actsUnder("\"0\"", "approval", null)),
                new Refused("a decision without the checks", 409, "checks-missing", () -> inWork.approves()),
                new Refused("cards in the review lane", 409, "wrong-lane", () -> inWork.issues()),
                new Refused(
                        "a return without a reason",
                        400,
                        "return-without-reason",
                        () -> inWork.acts("return", Map.of())),
                new Refused(
                        "a return for no known reason",
                        400,
                        "unreadable-json",
                        () -> inWork.acts("return", Map.of("reasons", java.util.List.of(Map.of("code", "BAD_MOOD"))))),
                new Refused(
                        "a rejection without a reason",
                        400,
                        "invalid-request",
                        () -> inWork.acts("rejection", Map.of("code", "OTHER"))),
                new Refused(
                        "somebody else's case",
                        403,
                        "not-the-claimant",
                        () -> inWork.at(clerk2).checks(true, true)),
                new Refused(
                        "a claim by an institution",
                        403,
                        "http-403",
                        () -> Call.post(ecard.queue().url() + "/v1/lanes/review/claims")
                                .as(school.token())
                                .send()));
    }

    /** An application that is good but for one member. */
    private Answer apply(String member, Object value) {
        Map<String, Object> body = new HashMap<>(school.application(Institution.documentNumber(), Contact.unique()));
        body.put(member, value);
        return school.submits(body, key());
    }

    private Answer contact(String ifMatch) {
        return Call.put(fresh.url() + "/contact")
                .as(school.token())
                .ifMatch(ifMatch)
                .json(Contact.unique().asJson())
                .send();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
