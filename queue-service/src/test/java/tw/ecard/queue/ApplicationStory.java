package tw.ecard.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What registration-service tells about one application, event by event. */
public final class ApplicationStory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final UUID id = UUID.randomUUID();
    private final UUID rosterId = UUID.randomUUID();
    private int sequence;
    private int round = 1;
    private String institutionKind = "SCHOOL";
    private String lane;
    private long ticket;
    private String lastEvent;
    private boolean heard = true;
    private String contactName = "王大明";
    private String contactEmail = id + "@example.edu.tw";
    private int contactVersion = 1;
    private final Map<String, String> papers = new TreeMap<>();

    ApplicationStory(World world) {
        this.world = world;
        knownAs("DOCUMENTS_MISSING");
    }

    public UUID id() {
        return id;
    }

    public UUID rosterId() {
        return rosterId;
    }

    /** Where its contact reads mails. */
    public String contactEmail() {
        return contactEmail;
    }

    /** What applies is an agency. */
    public ApplicationStory ofAgency() {
        institutionKind = "AGENCY";
        return this;
    }

    /** Sets the state that registration-service names when it is asked. */
    public ApplicationStory knownAs(String status) {
        world.registration().says(id, status, round, contactVersion, contactName, contactEmail);
        return this;
    }

    /** What is told from now on is lost on its way: only registration-service has it. */
    public ApplicationStory unheard() {
        heard = false;
        return this;
    }

    /** What is told from now on arrives again. */
    public ApplicationStory heard() {
        heard = true;
        return this;
    }

    public ApplicationStory received() {
        return tell("application.received", Map.of("status", "DOCUMENTS_MISSING"));
    }

    public ApplicationStory submitted(long number) {
        return submitted(number, "NORMAL", TestClock.MONDAY);
    }

    public ApplicationStory submitted(long number, String speed, Instant arrivedAt) {
        draws("REVIEW", number);
        knownAs("UNDER_REVIEW");
        Map<String, Object> data = arrival(speed, arrivedAt);
        tellPapers(data);
        return tell("application.submitted", data);
    }

    public ApplicationStory completedDocuments(long number, int readers) {
        return completedDocuments(number, readers, TestClock.MONDAY);
    }

    public ApplicationStory completedDocuments(long number, int readers, Instant arrivedAt) {
        draws("ISSUANCE", number);
        knownAs("QUEUED");
        Map<String, Object> data = arrival("NORMAL", arrivedAt);
        data.put("rosterId", rosterId);
        data.put("readers", readers);
        return tell("application.completed-documents", data);
    }

    public ApplicationStory corrected(Instant at) {
        round++;
        knownAs(lane.equals("REVIEW") ? "UNDER_REVIEW" : "QUEUED");
        Map<String, Object> data =
                new LinkedHashMap<>(Map.of("lane", lane, "ticket", ticket, "correctedAt", at.toString()));
        tellPapers(data);
        return tell("application.corrected", data);
    }

    public ApplicationStory withdrawn() {
        knownAs("WITHDRAWN");
        world.registration().drawn().isOver(id);
        return tell("application.withdrawn", Map.of("lane", lane, "ticket", ticket));
    }

    public ApplicationStory rosterReturned(int rows, int errors) {
        knownAs("ROSTER_RETURNED");
        return tell("roster.returned", Map.of("rosterId", rosterId, "rows", rows, "errorCount", errors));
    }

    public ApplicationStory completed(int readers) {
        knownAs("COMPLETED");
        return tell("application.completed", Map.of("rosterId", rosterId, "readers", readers));
    }

    /** From now on events tell this paper, by a hash that is another for every content. */
    public ApplicationStory withPaper(String kind, String content) {
        papers.put(kind, "%064x".formatted(content.hashCode() & 0xFFFFFFFFL));
        return this;
    }

    /** From now on events tell no papers, as those of earlier versions. */
    public ApplicationStory withoutPapers() {
        papers.clear();
        return this;
    }

    /** The institution names another contact. */
    public ApplicationStory contactChanged(String status, String name, String email) {
        contactName = name;
        contactEmail = email;
        contactVersion++;
        knownAs(status);
        return tell("application.contact-changed", Map.of("contactVersion", contactVersion));
    }

    /** The last event arrives once more. */
    public ApplicationStory again() {
        world.send(id, lastEvent);
        return this;
    }

    private void draws(String laneName, long number) {
        lane = laneName;
        ticket = number;
        world.registration().drawn().draw(lane, ticket, id);
    }

    /** Everything that was recorded of it arrives now. */
    public ApplicationStory toldAgain() {
        world.registration().drawn().recorded(id).forEach(event -> world.send(id, event));
        return this;
    }

    private void tellPapers(Map<String, Object> data) {
        if (!papers.isEmpty()) {
            data.put(
                    "papers",
                    papers.entrySet().stream()
                            .map(paper -> Map.of("kind", paper.getKey(), "sha256", paper.getValue()))
                            .toList());
        }
    }

    private Map<String, Object> arrival(String speed, Instant arrivedAt) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("lane", lane);
        data.put("ticket", ticket);
        data.put("speed", speed);
        data.put("arrivedAt", arrivedAt.toString());
        data.put("institutionName", "示範高級中學");
        data.put("institutionKind", institutionKind);
        return data;
    }

    private ApplicationStory tell(String type, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("applicationId", id);
        data.put("receiptNumber", "1150000001");
        data.put("institutionCode", "999901");
        data.put("sequence", ++sequence);
        data.put("round", round);
        data.putAll(more);
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID());
        event.put("source", "/registration-service");
        event.put("type", "tw.ecard." + type + ".v1");
        event.put("subject", id);
        event.put("time", world.clock().instant().toString());
        event.put("datacontenttype", "application/json");
        event.put("partitionkey", id);
        event.put("data", data);
        try {
            lastEvent = JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        world.registration().drawn().record(id, lastEvent);
        if (heard) {
            world.send(id, lastEvent);
        }
        return this;
    }
}
