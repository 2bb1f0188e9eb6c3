package tw.ecard.queue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tickets that registration-service drew and the events that it recorded, as it answers for them. */
public final class DrawnTickets {

    private static final Pattern QUERY = Pattern.compile("afterTicket=(\\d+)&limit=(\\d+)");

    private final Map<String, NavigableMap<Long, UUID>> lanes = new ConcurrentHashMap<>();
    private final Map<UUID, List<String>> events = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> over = new ConcurrentHashMap<>();
    private final Map<String, Long> lastWithoutApplication = new ConcurrentHashMap<>();

    /** Nothing was drawn yet. */
    void forget() {
        lanes.clear();
        events.clear();
        over.clear();
        lastWithoutApplication.clear();
    }

    /** The application's event was recorded. */
    void record(UUID application, String event) {
        events.computeIfAbsent(application, id -> new CopyOnWriteArrayList<>()).add(event);
    }

    List<String> recorded(UUID application) {
        return events.getOrDefault(application, List.of());
    }

    /** The application drew the number. */
    void draw(String lane, long number, UUID application) {
        lanes.computeIfAbsent(lane.toLowerCase(Locale.ROOT), name -> new ConcurrentSkipListMap<>())
                .put(number, application);
    }

    /** Nobody works on the application any more. */
    public void isOver(UUID application) {
        over.put(application, true);
    }

    /** Numbers up to this one were drawn, whoever stands behind them. */
    public void drawnUpTo(String lane, long number) {
        lastWithoutApplication.put(lane, number);
    }

    byte[] answer(String path, String query) {
        String lane = path.split("/")[3];
        Matcher asked = QUERY.matcher(query);
        if (!asked.matches()) {
            throw new IllegalArgumentException(query);
        }
        NavigableMap<Long, UUID> drawn = lanes.getOrDefault(lane, new ConcurrentSkipListMap<>());
        int limit = Integer.parseInt(asked.group(2));
        List<Map.Entry<Long, UUID>> after = new ArrayList<>(
                drawn.tailMap(Long.parseLong(asked.group(1)), false).entrySet());
        List<Map.Entry<Long, UUID>> page = after.subList(0, Math.min(limit, after.size()));
        long last = Math.max(drawn.isEmpty() ? 0 : drawn.lastKey(), lastWithoutApplication.getOrDefault(lane, 0L));
        return """
                {"items": [%s], "lastDrawn": %d, "nextAfterTicket": %s, "added": "later"}""".formatted(
                        page.stream().map(this::item).collect(Collectors.joining(",")),
                        last,
                        after.size() > limit ? page.get(limit - 1).getKey() : null)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String item(Map.Entry<Long, UUID> drawn) {
        UUID application = drawn.getValue();
        return """
                {"ticket": %d, "applicationId": "%s", "live": %s, "events": [%s]}""".formatted(
                drawn.getKey(), application, !over.containsKey(application), String.join(",", recorded(application)));
    }
}
