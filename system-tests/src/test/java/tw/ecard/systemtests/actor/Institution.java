package tw.ecard.systemtests.actor;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Call;
import tw.ecard.systemtests.stack.Ecard;

/** A school or agency whose own system talks to the library. */
public final class Institution {

    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private final Ecard ecard;
    private final String client;
    private final String code;
    private final String name;
    private final String kind;
    private final String url;

    public Institution(Ecard ecard, String client, String code, String name, String kind) {
        this(ecard, client, code, name, kind, ecard.registration().url());
    }

    private Institution(Ecard ecard, String client, String code, String name, String kind, String url) {
        this.ecard = ecard;
        this.client = client;
        this.code = code;
        this.name = name;
        this.kind = kind;
        this.url = url;
    }

    /** The same institution, talking to another replica of registration-service. */
    public Institution at(String replica) {
        return new Institution(ecard, client, code, name, kind, replica);
    }

    public String code() {
        return code;
    }

    public String token() {
        return ecard.identities().client(client);
    }

    /** Applies with a document number and a contact address that nobody used before. */
    public Application applies() {
        Contact contact = Contact.unique();
        Answer answer = submits(
                        application(documentNumber(), contact),
                        UUID.randomUUID().toString())
                .expect(201);
        return of(answer, contact);
    }

    /** The application that the answer speaks of. */
    public Application of(Answer answer, Contact contact) {
        return new Application(ecard, this, answer.json(), contact);
    }

    /** Sends the body of an application. */
    public Answer submits(Map<String, Object> body, String idempotencyKey) {
        return Call.post(url + "/v1/applications")
                .as(token())
                .idempotencyKey(idempotencyKey)
                .json(body)
                .send();
    }

    /** The body of an application of this institution. */
    public Map<String, Object> application(String documentNumber, Contact contact) {
        Map<String, Object> body = new HashMap<>();
        body.put("institution", Map.of("code", code, "name", name, "kind", kind));
        body.put(
                "officialDocument",
                Map.of(
                        "number",
                        documentNumber,
                        "issuedOn",
                        LocalDate.now(TAIPEI).toString(),
                        "speed",
                        "NORMAL",
                        "subject",
                        "申請集體辦理數位借閱證"));
        body.put("contact", contact.asJson());
        body.put("remarks", null);
        return body;
    }

    public static String documentNumber() {
        return "系統測試字第115%07d號".formatted(Ecard.unique());
    }

    String url() {
        return url;
    }
}
