package tw.ecard.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tw.ecard.localstack.LocalStack;
import tw.ecard.localstack.process.Part;
import tw.ecard.localstack.service.ServiceProcess;
import tw.ecard.systemtests.actor.Desk;
import tw.ecard.systemtests.actor.Institution;
import tw.ecard.systemtests.actor.Mailbox;

/** The running system, on free ports and in a folder of its own below {@code target}. */
public final class Ecard implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();
    private static final String HEAP = "-Xmx512m";

    /** Services are started some forty times, and none runs for long. */
    private static final String STARTS_FAST = "-XX:TieredStopAtLevel=1";

    private final LocalStack stack;
    private final Identities identities;
    private final Mailbox mailbox;

    private Ecard(LocalStack stack) {
        this.stack = stack;
        this.identities = new Identities(stack.keycloak().realmUrl());
        this.mailbox = new Mailbox(stack.mailFolder());
    }

    static Ecard start() {
        Ecard ecard = new Ecard(LocalStack.in(newDirectory()));
        // Whatever a service leaves in its temporary directory belongs to what is searched afterwards.
        ecard.useHeap(ecard.registration(), HEAP);
        ecard.useHeap(ecard.queue(), HEAP);
        ecard.stack.start();
        return ecard;
    }

    /** Has the service use this much heap from its next start on; null for what it usually has. */
    public void useHeap(ServiceProcess service, String heap) {
        service.jvmArguments(heap == null ? HEAP : heap, STARTS_FAST, "-Djava.io.tmpdir=" + temporaryFiles());
    }

    /** The school 示範高級中學, code 999901, as its own system talks to the library. */
    public Institution school() {
        return new Institution(this, "demo-school", "999901", "示範高級中學", "SCHOOL");
    }

    /** The agency 示範機關, code A99990000I. */
    public Institution agency() {
        return new Institution(this, "demo-agency", "A99990000I", "示範機關", "AGENCY");
    }

    /** The desk of a member of staff: {@code clerk}, {@code clerk2} or {@code admin}. */
    public Desk desk(String user) {
        return new Desk(queue().url(), () -> identities.user(user));
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public Topics topics() {
        return new Topics(stack.kafkaBootstrapServers());
    }

    public Database registrationDatabase() {
        return new Database(stack.postgres(), "registration");
    }

    public Database queueDatabase() {
        return new Database(stack.postgres(), "queue");
    }

    public Identities identities() {
        return identities;
    }

    public Realm realm() {
        return new Realm(stack.keycloak().url());
    }

    public ServiceProcess registration() {
        return stack.registration();
    }

    public ServiceProcess queue() {
        return stack.queue();
    }

    public LocalStack stack() {
        return stack;
    }

    /** Empties the disk of a part that does not run. */
    public void forgetDataOf(Part part) {
        if (part.isRunning()) {
            throw new IllegalStateException(part.name() + " is running");
        }
        try (Stream<Path> files = Files.walk(stack.directory().resolve(part.name()))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the parts side by side. */
    public static void startTogether(Part... parts) {
        CompletableFuture.allOf(Arrays.stream(parts)
                        .map(part -> CompletableFuture.runAsync(part::start))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    /** Where the services' temporary files go. */
    public Path temporaryFiles() {
        try {
            return Files.createDirectories(stack.directory().resolve("tmp"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A number that no other call of this run gets, for document numbers and addresses. */
    public static int unique() {
        return COUNTER.incrementAndGet();
    }

    @Override
    public void close() {
        stack.close();
    }

    private static Path newDirectory() {
        try {
            Path stacks = Files.createDirectories(Path.of("target", "stacks"));
            return Files.createTempDirectory(stacks, "stack-").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
