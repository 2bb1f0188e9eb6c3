package tw.ecard.queue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Says what registration-service would say when a mail is about to go out, or a number has not come. */
public final class RegistrationStub {

    public static final byte[] TEMPLATE = "the blank template".getBytes(StandardCharsets.US_ASCII);

    private final Map<String, String> contexts = new ConcurrentHashMap<>();
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

    /** What is answered about the application from now on. */
    public void says(UUID applicationId, String status, int round, String contactName, String email) {
        contexts.put("/v1/applications/" + applicationId + "/notification-context", """
                {"applicationId": "%s", "receiptNumber": "1150000001", "status": "%s", "round": %d,
                 "institution": {"code": "999901", "name": "示範<高級>中學"}, "documentNumber": "示範圖字第1150001234號",
                 "contact": {"name": "%s", "email": "%s"}, "contactVersion": 1, "added": "later"}""".formatted(
                        applicationId, status, round, contactName, email));
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
        if (away) {
            send(exchange, 503, new byte[0]);
        } else if (path.equals("/token")) {
            send(
                    exchange,
                    200,
                    "{\"access_token\": \"of-the-service\", \"expires_in\": 300}".getBytes(StandardCharsets.UTF_8));
        } else if (!"Bearer of-the-service".equals(bearer)) {
            send(exchange, 401, new byte[0]);
        } else if (path.equals("/v1/roster-template")) {
            send(exchange, 200, TEMPLATE);
        } else if (path.startsWith("/v1/lanes/")) {
            send(exchange, 200, drawn.answer(path, exchange.getRequestURI().getQuery()));
        } else if (contexts.containsKey(path)) {
            send(exchange, 200, contexts.get(path).getBytes(StandardCharsets.UTF_8));
        } else {
            send(exchange, 404, new byte[0]);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
