package tw.ecard.systemtests.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tw.ecard.systemtests.stack.Answer;

/** A case that a member of staff has claimed; it remembers the revision last seen. */
public final class Case {

    private final Desk desk;
    private final JsonNode claimed;
    private String etag;

    Case(Desk desk, Answer answer) {
        this.desk = desk;
        this.claimed = answer.json();
        this.etag = answer.etag();
    }

    public String id() {
        return claimed.path("id").asText();
    }

    public long number() {
        return claimed.path("number").asLong();
    }

    public String applicationId() {
        return claimed.path("applicationId").asText();
    }

    /** As it was when it was claimed. */
    public JsonNode claimed() {
        return claimed;
    }

    public JsonNode now() {
        return desk.looksAtTicket(id()).json();
    }

    public String etag() {
        return etag;
    }

    /** The same case at the desk of somebody else. */
    public Case at(Desk other) {
        return new Case(other, other.looksAtTicket(id()));
    }

    public Answer checks(boolean seal, boolean signature) {
        return remember(desk.acts(id(), "checks", null, Map.of("seal", seal, "signature", signature)));
    }

    public Answer approves() {
        return acts("approval", null);
    }

    public Answer issues() {
        return acts("issuance", null);
    }

    public Answer releases() {
        return acts("release", null);
    }

    public Answer rejects() {
        return acts("rejection", Map.of("code", "OTHER", "reason", "非本要點適用對象"));
    }

    /** Returns it for these reasons, codes of the catalogue. */
    public Answer returns(String... reasons) {
        List<Map<String, String>> because = Arrays.stream(reasons)
                .map(code -> Map.of("code", code, "message", "請依說明補正（" + code + "）"))
                .toList();
        return acts("return", Map.of("requires", List.of(), "reasons", because, "rows", List.of()));
    }

    /** Returns it because of one row of the roster. */
    public Answer returnsRow(int row, String remark) {
        return acts(
                "return",
                Map.of(
                        "requires",
                        List.of(),
                        "reasons",
                        List.of(),
                        "rows",
                        List.of(Map.of("row", row, "message", remark))));
    }

    public Answer acts(String action, Object body) {
        return remember(actsUnder(etag, action, body));
    }

    /** Acts on the revision of this tag; null for none. */
    public Answer actsUnder(String tag, String action, Object body) {
        return desk.acts(id(), action, tag, body);
    }

    private Answer remember(Answer answer) {
        if (answer.status() == 200) {
            etag = answer.etag();
        }
        return answer;
    }
}
