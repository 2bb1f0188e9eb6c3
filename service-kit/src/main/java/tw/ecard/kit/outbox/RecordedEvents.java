package tw.ecard.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.ecard.kit.sql.Sql;

/** What was recorded, sent or not: the copy to go back to when Kafka has lost an event. */
@ApplicationScoped
public class RecordedEvents {

    private static final String OF_SUBJECTS = """
            SELECT subject, body FROM outbox WHERE topic = ? AND subject = ANY (?) ORDER BY id""";

    private final Sql sql;

    RecordedEvents(Sql sql) {
        this.sql = sql;
    }

    /**
     * The events of each subject on the topic as they were recorded, in the order of their sequence from the first on;
     * a subject without events is not in the answer.
     */
    public Map<String, List<String>> of(String topic, Collection<String> subjects) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        sql.list(
                        row -> Map.entry(row.getString("subject"), row.getString("body")),
                        OF_SUBJECTS,
                        topic,
                        subjects.toArray(String[]::new))
                .forEach(event -> found.computeIfAbsent(event.getKey(), subject -> new ArrayList<>())
                        .add(event.getValue()));
        return found;
    }
}
