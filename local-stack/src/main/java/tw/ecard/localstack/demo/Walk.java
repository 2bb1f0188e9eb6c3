package tw.ecard.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tw.ecard.localstack.mail.MailFolder;

/** The way of one application, step by step. */
final class Walk {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Addresses addresses;
    private final Applicant applicant;
    private final Conversation institution;
    private final Conversation clerk;
    private final Mailbox mailbox;
    private final Consumer<String> show;
    private String application;
    private String applicationId;
    private String receiptNumber;

    Walk(Addresses addresses, Applicant applicant, Identity clerk, Wire wire, MailFolder mails, Consumer<String> show) {
        this.addresses = addresses;
        this.applicant = applicant;
        this.institution = new Conversation(wire, applicant.identity(), show);
        this.clerk = new Conversation(wire, clerk, show);
        this.mailbox = new Mailbox(mails, applicant.contactAddress(), show);
        this.show = show;
    }

    void apply(long seed, LocalDate today) {
        step(applicant.name() + " applies, naming its official document and one contact");
        Answer created = institution.create(
                addresses.registration() + "/v1/applications", applicant.application(seed, today), 201);
        applicationId = created.text("/id");
        receiptNumber = created.text("/receiptNumber");
        application = addresses.registration() + "/v1/applications/" + applicationId;

        step("…and sends the two attachments: with the second, the application takes its place in the review lane");
        for (String kind : new String[] {"application-form", "consent-declaration"}) {
            institution.upload("PUT", application + "/attachments/" + kind, UploadedFile.pdf(kind), 201);
        }
        awaitStatus("UNDER_REVIEW");
        mailbox.readNext();
    }

    void approve() {
        step("A librarian takes the first case of the review lane, checks seal and signature, and approves");
        Answer ticket = claim("review");
        String address = addresses.queue() + "/v1/tickets/" + ticket.text("/id");
        Answer checked = clerk.act(
                address + "/checks",
                ticket.etag(),
                JSON.objectNode().put("seal", true).put("signature", true));
        clerk.act(address + "/approval", checked.etag(), JSON.objectNode());
        awaitStatus("APPROVED");
        mailbox.readNext();
    }

    /** Uploads a reader-data file that is expected to be returned, and reads why. */
    void uploadAndGetBack(UploadedFile file) {
        step("The contact sends the reader-data file; it is returned with every error, by row and column");
        String roster = upload(file, "RETURNED");
        institution.get(roster + "/errors");
        awaitStatus("ROSTER_RETURNED");
        mailbox.readNext();
    }

    void uploadAndQueue(UploadedFile file) {
        step("The contact sends the reader-data file; accepted whole, it takes its place in the issuance lane");
        upload(file, "ACCEPTED");
        awaitStatus("QUEUED");
        mailbox.readNext();
    }

    /** @return what was issued */
    Issued issue(int readers) {
        step("A librarian takes the first case of the issuance lane and issues the cards");
        Answer ticket = claim("issuance");
        Answer issued = clerk.act(
                addresses.queue() + "/v1/tickets/" + ticket.text("/id") + "/issuance",
                ticket.etag(),
                JSON.objectNode());

        step("The institution fetches the card numbers");
        Answer completed = awaitStatus("COMPLETED");
        mailbox.readNext();
        Answer cards = institution.get(application + "/cards?format=json");
        int count = cards.json().isArray()
                ? cards.json().size()
                : cards.json().path("items").size();
        int stated = issued.json().path("cards").asInt();
        if (stated != readers || count < 1) {
            throw new DemoFailed("%d readers, but %d cards issued and %d listed".formatted(readers, stated, count));
        }
        return new Issued(
                applicant.name(),
                receiptNumber,
                completed.text("/status"),
                stated,
                issued.text("/firstCardNumber"),
                issued.text("/lastCardNumber"),
                mailbox.mailsRead());
    }

    /** What an application has come to. */
    record Issued(
            String institution, String receiptNumber, String status, int cards, String first, String last, int mails) {}

    private String upload(UploadedFile file, String outcome) {
        Answer received = institution.upload("POST", application + "/rosters", file, 202);
        String roster = addresses.registration() + "/v1/rosters/" + received.text("/id");
        institution.await(roster + "?wait=30s", outcome, is(outcome));
        return roster;
    }

    private Answer claim(String lane) {
        Answer ticket = clerk.claim(addresses.queue() + "/v1/lanes/" + lane + "/claims");
        if (!ticket.text("/applicationId").equals(applicationId)) {
            clerk.act(
                    addresses.queue() + "/v1/tickets/" + ticket.text("/id") + "/release",
                    ticket.etag(),
                    JSON.objectNode());
            throw new DemoFailed("Ticket " + ticket.text("/number") + " of the " + lane + " lane stands before the"
                    + " demo's application. Decide it first: a librarian cannot choose.");
        }
        return ticket;
    }

    private Answer awaitStatus(String status) {
        return institution.await(application, status, is(status));
    }

    private static Predicate<JsonNode> is(String status) {
        return json -> status.equals(json.path("status").asText());
    }

    private void step(String what) {
        show.accept("");
        show.accept("■ " + what);
    }
}
