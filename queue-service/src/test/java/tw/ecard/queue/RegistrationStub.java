package tw.ecard.queue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Says what registration-service would say when a mail is about to go out, or a number has not come. */
public final class RegistrationStub {

    public static final byte[] TEMPLATE = "the blank template".getBytes(StandardCharsets.US_ASCII);
    private static final int NO_TROUBLE = 200;

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();
    private volatile int status = NO_TROUBLE;
    private volatile int tokenStatus = NO_TROUBLE;
    private final DrawnTickets drawn = new DrawnTickets();
    private volatile boolean away;

    public RegistrationStub(URI address) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(address.getHost(), address.getPort()), 0);
            server.createContext("/", this::answer);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "registration-stub");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered about the application from now on; the contact is the present one. */
    public void says(UUID applicationId, String status, int round, String contactName, String email) {
        Known before = known.get(path(applicationId));
        int version = before == null ? 1 : before.contacts().lastKey();
        says(applicationId, status, round, version, contactName, email);
    }

    /** The same, of the present contact of this version; earlier ones stay known. */
    public void says(UUID applicationId, String status, int round, int version, String contactName, String email) {
        known.compute(path(applicationId), (path, before) -> {
            NavigableMap<Integer, Contact> contacts = new TreeMap<>(before == null ? Map.of() : before.contacts());
            contacts.put(version, new Contact(contactName, email));
            return new Known(status, round, contacts, before == null ? null : before.returnedRoster());
        });
    }

    /** The last roster that was checked and returned. */
    public void returned(UUID applicationId, UUID roster) {
        known.computeIfPresent(
                path(applicationId),
                (path, before) -> new Known(before.status(), before.round(), before.contacts(), roster));
    }

    /** Every call is answered so from now on; 200 for as usual. */
    public void answersWith(int wanted) {
        status = wanted;
    }

    /** Calls about one application are answered so from now on; 200 for as usual. */
    public void answersWith(int wanted, UUID applicationId) {
        troubles.put(path(applicationId), wanted);
    }

    /** What asks for a token is answered so from now on; unless that is 200, no token counts. */
    public void tokensAnswerWith(int wanted) {
        tokenStatus = wanted;
    }

    private static String path(UUID applicationId) {
        return "/v1/applications/" + applicationId + "/notification-context";
    }

    /** The tickets that it drew. */
    public DrawnTickets drawn() {
        return drawn;
    }

    /** Whether it does not answer from now on. */
    public void isAway(boolean from) {
        away = from;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        int trouble = troubles.getOrDefault(path, status);
        if (away) {
            send(exchange, 503, "{}");
        } else if (path.equals("/token")) {
            send(exchange, tokenStatus, "{\"access_token\": \"of-the-service\", \"expires_in\": 1}");
        } else if (!"Bearer of-the-service".equals(bearer) || tokenStatus != NO_TROUBLE) {
            send(exchange, 401, "{}");
        } else if (trouble != NO_TROUBLE) {
            send(exchange, trouble, "{}");
        } else if (path.equals("/v1/roster-template")) {
            send(exchange, 200, TEMPLATE);
        } else if (path.startsWith("/v1/lanes/")) {
            send(exchange, 200, drawn.answer(path, exchange.getRequestURI().getQuery()));
        } else if (known.containsKey(path)) {
            send(exchange, 200, known.get(path).answer(exchange.getRequestURI().getQuery()));
        } else {
            send(exchange, 404, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Contact(String name, String email) {}

    private record Known(String status, int round, NavigableMap<Integer, Contact> contacts, UUID returnedRoster) {

        String answer(String query) {
            Contact present = contacts.lastEntry().getValue();
            Contact told =
                    query == null ? present : contacts.get(Integer.valueOf(query.replace("contactVersion=", "")));
            return """
                    {"applicationId": "00000000-0000-0000-0000-000000000000", "receiptNumber": "1150000001",
                     "status": "%s", "round": %d, "institution": {"code": "999901", "name": "示範<高級>中學"},
                     "documentNumber": "示範圖字第1150001234號", "contact": {"name": "%s", "email": "%s"},
                     "contactVersion": %d, "presentContact": %s, "returnedRosterId": %s, "added": "later"}""".formatted(
                            status,
                            round,
                            told.name(),
                            told.email(),
                            contacts.lastKey(),
                            told.email().equals(present.email()),
                            returnedRoster == null ? null : '"' + returnedRoster.toString() + '"');
        }
    }
}
