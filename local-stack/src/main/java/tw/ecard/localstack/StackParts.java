package tw.ecard.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.ecard.localstack.kafka.KafkaMain;
import tw.ecard.localstack.keycloak.KeycloakServer;
import tw.ecard.localstack.mail.MailMain;
import tw.ecard.localstack.postgres.PostgresServer;
import tw.ecard.localstack.process.ChildProcess;
import tw.ecard.localstack.process.Distribution;
import tw.ecard.localstack.process.Ports;
import tw.ecard.localstack.process.Readiness;
import tw.ecard.localstack.service.ServiceProcess;

/** How each part is configured: the one place that knows which part is told where the others are. */
final class StackParts {

    static final String UPLOADS = "ECARD_UPLOADS_DIRECTORY";

    private static final String REGISTRATION = "registration";
    private static final String QUEUE = "queue";
    private static final String REGISTRATION_SECRET = "REGISTRATION_SERVICE_SECRET";
    private static final String QUEUE_SECRET = "QUEUE_SERVICE_SECRET";

    private final StackDirectory directory;
    private final StackPorts ports;
    private final Map<String, String> environment;

    /** @param environment where the secrets of the realm may be overridden */
    StackParts(StackDirectory directory, StackPorts ports, Map<String, String> environment) {
        this.directory = directory;
        this.ports = ports;
        this.environment = environment;
    }

    PostgresServer postgres() {
        return new PostgresServer(directory.data("postgresql"), directory.log("postgresql"), ports.postgres());
    }

    ChildProcess kafka() {
        return jvm("kafka", KafkaMain.class, 256, directory.data("kafka"), ports.kafka());
    }

    ChildProcess mail() {
        return jvm("mail", MailMain.class, 64, directory.data("mail"), ports.smtp());
    }

    KeycloakServer keycloak() {
        return new KeycloakServer(
                directory.data("keycloak"),
                directory.log("keycloak"),
                directory.pidFile("keycloak"),
                ports.keycloak(),
                Map.of(
                        "ECARD_REGISTRATION_PORT",
                        Integer.toString(ports.registration()),
                        "ECARD_QUEUE_PORT",
                        Integer.toString(ports.queue()),
                        REGISTRATION_SECRET,
                        registrationSecret(),
                        QUEUE_SECRET,
                        queueSecret()));
    }

    ServiceProcess registration(KeycloakServer keycloak) {
        Map<String, String> settings = service(REGISTRATION, keycloak, registrationSecret());
        settings.put("ECARD_QUEUE_URL", url(ports.queue()));
        // Tests and demonstrations are one school that uploads more than all schools do.
        settings.put("ECARD_ROSTERS_UPLOADS_AN_HOUR", "0");
        settings.put("ECARD_PROTECTION_MASTER_KEY", directory.key("protection-master-key"));
        settings.put("ECARD_PROTECTION_PERSON_KEY", directory.key("protection-person-key"));
        settings.put(
                UPLOADS,
                directory.privateDirectory("uploads/registration-service").toString());
        return packaged("registration-service", ports.registration(), settings);
    }

    ServiceProcess queue(KeycloakServer keycloak) {
        Map<String, String> settings = service(QUEUE, keycloak, queueSecret());
        settings.put("ECARD_REGISTRATION_URL", url(ports.registration()));
        settings.put("ECARD_MAIL_SERVER_HOST", Ports.LOOPBACK);
        settings.put("ECARD_MAIL_SERVER_PORT", Integer.toString(ports.smtp()));
        return packaged("queue-service", ports.queue(), settings);
    }

    private Map<String, String> service(String database, KeycloakServer keycloak, String secret) {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://" + Ports.LOOPBACK + ":" + ports.postgres() + "/" + database);
        settings.put("QUARKUS_DATASOURCE_USERNAME", database);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", database);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", Ports.LOOPBACK + ":" + ports.kafka());
        settings.put("QUARKUS_OIDC_AUTH_SERVER_URL", keycloak.realmUrl());
        settings.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", keycloak.realmUrl());
        settings.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secret);
        return settings;
    }

    private ServiceProcess packaged(String module, int port, Map<String, String> settings) {
        Path project = Distribution.target().getParent().getParent();
        Path jar = project.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        return new ServiceProcess(module, jar, port, directory.root(), settings);
    }

    private ChildProcess jvm(String name, Class<?> main, int heapMegabytes, Path data, int port) {
        return new ChildProcess(new ChildProcess.Plan(
                name,
                List.of(
                        Distribution.java(),
                        "-Xmx" + heapMegabytes + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        Distribution.classPath(),
                        main.getName(),
                        data.toString(),
                        Integer.toString(port)),
                Map.of(),
                directory.log(name),
                directory.pidFile(name),
                Readiness.saidIn(directory.log(name)),
                Duration.ofMinutes(2)));
    }

    private String registrationSecret() {
        return environment.getOrDefault(REGISTRATION_SECRET, "registration-service-secret");
    }

    private String queueSecret() {
        return environment.getOrDefault(QUEUE_SECRET, "queue-service-secret");
    }

    private static String url(int port) {
        return "http://" + Ports.LOOPBACK + ":" + port;
    }
}
