package tw.ecard.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tw.ecard.localstack.process.Waiting;

/** Talks to the services as somebody, and shows each request and what came back. */
final class Conversation {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SHOWN_CHARACTERS = 700;

    private final Wire wire;
    private final Identity who;
    private final Consumer<String> show;

    Conversation(Wire wire, Identity who, Consumer<String> show) {
        this.wire = wire;
        this.who = who;
        this.show = show;
    }

    Answer get(String address) {
        return tell("GET", address, "", request(address).GET(), 200);
    }

    /** Asks again and again until the answer is as wished, and shows the last one. */
    Answer await(String address, String wish, Predicate<JsonNode> wished) {
        Answer[] last = new Answer[1];
        boolean came = Waiting.until(PATIENCE, () -> {
            last[0] = wire.send(who, request(address).GET());
            return last[0].status() == 200 && wished.test(last[0].json());
        });
        show("GET", address, "", last[0]);
        if (!came) {
            throw new DemoFailed("After " + PATIENCE.toSeconds() + " s it is still not " + wish);
        }
        return last[0];
    }

    /** A POST that creates something: with a key, so that it may be repeated. */
    Answer create(String address, JsonNode body, int expected) {
        return tell(
                "POST",
                address,
                wire.write(body),
                json(address, body).header("Idempotency-Key", UUID.randomUUID().toString()),
                expected);
    }

    Answer act(String address, String etag, JsonNode body) {
        HttpRequest.Builder request = json(address, body);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return tell("POST", address, wire.write(body), request, 200);
    }

    Answer upload(String method, String address, UploadedFile file, int expected) {
        HttpRequest.Builder request = request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + UploadedFile.BOUNDARY)
                .method(method, BodyPublishers.ofByteArray(file.multipart()));
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        String what = "file=" + file.name() + " (" + file.content().length + " bytes)";
        return tell(method, address, what, request, expected);
    }

    /** Takes the next case; waits while there is none. */
    Answer claim(String address) {
        Answer[] last = new Answer[1];
        boolean came = Waiting.until(PATIENCE, () -> {
            last[0] = wire.send(who, request(address).POST(BodyPublishers.noBody()));
            return last[0].status() != 204;
        });
        show("POST", address, "", last[0]);
        if (!came || last[0].status() != 200) {
            throw new DemoFailed("There was no case to claim");
        }
        return last[0];
    }

    private Answer tell(String method, String address, String body, HttpRequest.Builder request, int expected) {
        Answer answer = wire.send(who, request);
        show(method, address, body, answer);
        if (answer.status() != expected) {
            throw new DemoFailed(method + " " + address + " gave " + answer.status() + " instead of " + expected);
        }
        return answer;
    }

    private void show(String method, String address, String body, Answer answer) {
        show.accept("  → %s %s  [%s]".formatted(method, address, who.name()));
        if (!body.isEmpty()) {
            show.accept("    " + body);
        }
        String came = answer.json().isMissingNode()
                ? answer.size() + " bytes"
                : answer.json().toString();
        show.accept("  ← " + answer.status() + " "
                + (came.length() <= SHOWN_CHARACTERS ? came : came.substring(0, SHOWN_CHARACTERS) + "…"));
    }

    private static HttpRequest.Builder json(String address, JsonNode body) {
        return request(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }
}
