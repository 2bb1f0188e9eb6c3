package tw.ecard.systemtests.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tw.ecard.systemtests.actor.Mailbox.Letter;
import tw.ecard.systemtests.roster.RosterFile;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Call;
import tw.ecard.systemtests.stack.Ecard;

/** An application, as its institution works with it. */
public final class Application {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Ecard ecard;
    private final Institution institution;
    private final String id;
    private final String receiptNumber;
    private Contact contact;

    Application(Ecard ecard, Institution institution, JsonNode recorded, Contact contact) {
        this.ecard = ecard;
        this.institution = institution;
        this.id = recorded.path("id").asText();
        this.receiptNumber = recorded.path("receiptNumber").asText();
        this.contact = contact;
    }

    public String id() {
        return id;
    }

    public String receiptNumber() {
        return receiptNumber;
    }

    public Contact contact() {
        return contact;
    }

    public Institution institution() {
        return institution;
    }

    /** Where it is; to be called with whatever token. */
    public String url() {
        return institution.url() + "/v1/applications/" + id;
    }

    public Answer looks() {
        return Call.get(url()).as(institution.token()).send();
    }

    public JsonNode now() {
        return looks().expect(200).json();
    }

    public String status() {
        return now().path("status").asText();
    }

    /** Waits until it is in this status. */
    public Application becomes(String status) {
        Await.until(
                receiptNumber + " to be " + status,
                PATIENCE,
                this::now,
                now -> now.path("status").asText().equals(status));
        return this;
    }

    /** Waits until the place in the lane shows the state; gives the ticket. */
    public long standsIn(Lane lane, String state) {
        return Await.until(
                        receiptNumber + " to stand in " + lane + " as " + state,
                        PATIENCE,
                        () -> now().path("queue"),
                        queue -> queue.path("lane").asText().equals(lane.name())
                                && queue.path("state").asText().equals(state))
                .path("ticket")
                .asLong();
    }

    /** Hands in form and declaration. */
    public Application handsInPapers() {
        for (Paper paper : Paper.values()) {
            Answer answer = handsIn(paper);
            if (answer.status() != 200) {
                answer.expect(201);
            }
        }
        return this;
    }

    public Answer handsIn(Paper paper) {
        return handsIn(paper.kind(), paper.fileName(), paper.content());
    }

    public Answer handsIn(String kind, String fileName, byte[] content) {
        return Call.put(url() + "/attachments/" + kind)
                .as(institution.token())
                .file(fileName, content)
                .send();
    }

    /** Says that the papers are corrected. */
    public Answer corrects() {
        return Call.post(url() + "/correction").as(institution.token()).send();
    }

    public Answer withdraws() {
        return Call.post(url() + "/withdrawal").as(institution.token()).send();
    }

    /** Names another contact. */
    public Answer names(Contact successor) {
        Answer answer = Call.put(url() + "/contact")
                .as(institution.token())
                .ifMatch(looks().etag())
                .json(successor.asJson())
                .send();
        if (answer.status() == 200) {
            contact = successor;
        }
        return answer;
    }

    /** Uploads the file, which is taken in. */
    public Roster uploads(RosterFile file) {
        Answer taken =
                sends(file.name(), file.content(), UUID.randomUUID().toString()).expect(202);
        return new Roster(institution, taken);
    }

    /** Uploads a large file from the disk, which is taken in. */
    public Roster uploads(Path file, String idempotencyKey) {
        Answer taken = Call.post(url() + "/rosters")
                .as(institution.token())
                .idempotencyKey(idempotencyKey)
                .file(file)
                .send()
                .expect(202);
        return new Roster(institution, taken);
    }

    public Answer sends(String fileName, byte[] content, String idempotencyKey) {
        return Call.post(url() + "/rosters")
                .as(institution.token())
                .idempotencyKey(idempotencyKey)
                .file(fileName, content)
                .send();
    }

    /** Every card, page by page. */
    public List<JsonNode> cards() {
        return Pages.all(url() + "/cards?format=json&limit=200", institution.token());
    }

    public byte[] cardsAsXlsx() {
        return Call.get(url() + "/cards?format=xlsx")
                .as(institution.token())
                .send()
                .expect(200)
                .body();
    }

    /** The mails of this kind about this application, once one is there. */
    public List<Letter> isTold(MailKind kind) {
        return ecard.mailbox().await(contact.email(), kind.subject());
    }

    public List<Letter> wasTold(MailKind kind) {
        return ecard.mailbox().about(contact.email(), kind.subject());
    }
}
