package tw.ecard.systemtests.actor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.systemtests.stack.Call;

/** A list that comes in pages. */
final class Pages {

    private Pages() {}

    /** The items of every page. */
    static List<JsonNode> all(String address, String token) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    Call.get(address + cursor).as(token).send().expect(200).json();
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").isTextual()
                    ? "&cursor=" + page.path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return items;
    }
}
