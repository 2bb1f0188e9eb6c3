package tw.ecard.localstack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tw.ecard.localstack.demo.Demo;
import tw.ecard.localstack.process.ChildMain;
import tw.ecard.localstack.process.LogFile;
import tw.ecard.localstack.process.Part;
import tw.ecard.localstack.process.StartFailed;
import tw.ecard.localstack.process.Waiting;

/** Behind {@code ./start}: runs the stack in {@code .local} until it is told to end, or a part dies. */
public final class Launcher {

    private static final Path DIRECTORY = Path.of(".local");
    private static final int SHOWN_LINES = 30;

    private final LocalStack stack;
    private final Options options;
    private final Console console;
    private volatile boolean stopping;

    private Launcher(LocalStack stack, Options options, Console console) {
        this.stack = stack;
        this.options = options;
        this.console = console;
    }

    public static void main(String[] arguments) {
        ChildMain.logQuietly();
        Console console = new Console(System.out);
        int exit;
        try {
            Options options = Options.parse(arguments);
            LocalStack stack = new LocalStack(
                    DIRECTORY, StackPorts.from(System.getenv()), options.withServices(), System.getenv());
            exit = new Launcher(stack, options, console).run();
        } catch (StartFailed e) {
            console.line(e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    private int run() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stopping"));
        try (LogFollower logs = new LogFollower(stack.parts(), console)) {
            if (options.showLogs()) {
                logs.follow();
            }
            console.line("Starting in " + stack.directory() + " (logs in .local/logs)");
            stack.start(progress());
            new Summary(stack, options.withServices()).print(console);
            if (options.demo()) {
                return playDemo();
            }
            awaitDeath();
        }
        return 1;
    }

    /** A part that dies meanwhile shows as the answer that does not come; the end of its log says why. */
    private int playDemo() {
        Clock clock = Clock.system(ZoneId.of("Asia/Taipei"));
        int exit = new Demo(stack.addresses(), stack.mailFolder(), seed(), clock, console::line).play();
        reportDead();
        return exit;
    }

    private static long seed() {
        String chosen = System.getenv().getOrDefault("ECARD_DEMO_SEED", "");
        if (chosen.isBlank()) {
            return new SecureRandom().nextInt(Demo.SEEDS);
        }
        if (!chosen.matches("\\d{1,7}")) {
            throw new StartFailed("ECARD_DEMO_SEED is no number of up to seven digits: " + chosen);
        }
        return Long.parseLong(chosen);
    }

    private void awaitDeath() {
        while (!Waiting.until(Duration.ofHours(1), () -> stack.dead().isPresent())) {
            // Nothing has died for an hour: that is what a stack is for.
        }
        reportDead();
    }

    private void reportDead() {
        Optional<Part> dead = stack.dead();
        if (!stopping && dead.isPresent()) {
            Part part = dead.get();
            console.line("%n%s has died. The end of %s:%n%s"
                    .formatted(part.name(), part.log(), LogFile.end(part.log(), SHOWN_LINES)));
        }
    }

    private void stop() {
        stopping = true;
        boolean open = stack.isOpen();
        if (open) {
            console.line("Stopping…");
        }
        stack.close();
        if (open) {
            console.line("Stopped. Everything is kept in " + stack.directory());
        }
    }

    private LocalStack.Listener progress() {
        return new LocalStack.Listener() {
            @Override
            public void leftoversEnded(List<String> names) {
                console.line("Ended what a killed run left behind: " + String.join(", ", names));
            }

            @Override
            public void ready(Part part, Duration after) {
                console.line(
                        String.format(Locale.ROOT, "  %-22s ready in %4.1f s", part.name(), after.toMillis() / 1000.0));
            }
        };
    }
}
