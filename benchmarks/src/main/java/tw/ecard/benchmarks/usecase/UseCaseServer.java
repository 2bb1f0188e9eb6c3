package tw.ecard.benchmarks.usecase;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import tw.ecard.benchmarks.measure.Crew;
import tw.ecard.benchmarks.measure.Shift;

/**
 * The main class of a packaged service whose use case is to be called without HTTP around each call. The service is the
 * one that goes into production, class by class; only the class path has this module's classes more, and a port on which
 * the benchmark says how many calls it wants.
 */
public final class UseCaseServer implements QuarkusApplication {

    public static void main(String... arguments) {
        Quarkus.run(UseCaseServer.class, arguments);
    }

    /** @param arguments the port, and the name of the {@link UseCase} */
    @Override
    public int run(String... arguments) throws Exception {
        UseCase useCase =
                (UseCase) Class.forName(arguments[1]).getDeclaredConstructor().newInstance();
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.createContext(
                "/one",
                exchange -> answer(exchange, () -> {
                    useCase.leaveOne();
                    return "";
                }));
        server.createContext(
                "/calls",
                exchange -> answer(exchange, () -> {
                    String[] numbers = exchange.getRequestURI().getQuery().split(",");
                    return lines(new Crew(Integer.parseInt(numbers[0]))
                            .share(Integer.parseInt(numbers[1]), () -> useCase::call));
                }));
        server.start();
        Quarkus.waitForExit();
        server.stop(0);
        return 0;
    }

    private static String lines(Shift shift) {
        return shift.nanos()
                + Arrays.stream(shift.each()).mapToObj(Long::toString).collect(Collectors.joining("\n", "\n", ""));
    }

    private interface Job {
        String run() throws Exception;
    }

    private static void answer(HttpExchange exchange, Job job) throws IOException {
        try {
            byte[] body = job.run().getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        } catch (Exception e) {
            fail(exchange, e);
        }
    }

    private static void fail(HttpExchange exchange, Exception failure) throws IOException {
        exchange.sendResponseHeaders(500, 0);
        try (PrintWriter body = new PrintWriter(exchange.getResponseBody(), true, StandardCharsets.UTF_8)) {
            failure.printStackTrace(body);
        }
    }
}
