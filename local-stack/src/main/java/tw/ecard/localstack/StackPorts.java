package tw.ecard.localstack;

import java.util.LinkedHashMap;
import java.util.Map;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.StartFailed;

/** Where each part listens, always on the loopback interface. */
public record StackPorts(int registration, int queue, int keycloak, int postgres, int kafka, int smtp) {

    /** The well-known ports, each replaced by its variable where that is set. */
    public static StackPorts from(Map<String, String> environment) {
        return new StackPorts(
                port(environment, "ECARD_REGISTRATION_PORT", 8081),
                port(environment, "ECARD_QUEUE_PORT", 8082),
                port(environment, "ECARD_KEYCLOAK_PORT", 8180),
                port(environment, "ECARD_POSTGRES_PORT", 5433),
                port(environment, "ECARD_KAFKA_PORT", 9092),
                port(environment, "ECARD_SMTP_PORT", 2525));
    }

    /** Ports that are free now, for tests. */
    public static StackPorts free() {
        return new StackPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }

    /** Throws with the name of the first part whose port is taken, and the variable that moves it. */
    void requireFree(boolean withServices) {
        Map<String, Integer> byVariable = new LinkedHashMap<>();
        byVariable.put("ECARD_POSTGRES_PORT", postgres);
        byVariable.put("ECARD_KAFKA_PORT", kafka);
        byVariable.put("ECARD_KEYCLOAK_PORT", keycloak);
        byVariable.put("ECARD_SMTP_PORT", smtp);
        if (withServices) {
            byVariable.put("ECARD_REGISTRATION_PORT", registration);
            byVariable.put("ECARD_QUEUE_PORT", queue);
        }
        byVariable.forEach((variable, port) -> {
            if (!Ports.isFree(port)) {
                throw new StartFailed("Port " + port + " is taken by another program. Free it, or choose another port: "
                        + variable + "=" + (port + 10_000) % 60_000 + " ./start");
            }
        });
    }

    private static int port(Map<String, String> environment, String variable, int otherwise) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            return otherwise;
        }
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new StartFailed(variable + " is no port: " + value);
        }
        return Integer.parseInt(value);
    }
}
