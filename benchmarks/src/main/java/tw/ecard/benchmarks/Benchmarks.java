package tw.ecard.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.stack.Lab;

/** Takes the measures that are asked for, prints a table and writes the samples. */
public final class Benchmarks {

    private final Options options;
    private final PrintStream out;
    private final Clock clock;

    Benchmarks(Options options, PrintStream out, Clock clock) {
        this.options = options;
        this.out = out;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(List.of(arguments), defaultDirectory());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        System.exit(new Benchmarks(options, System.out, Clock.systemUTC()).run() ? 0 : 1);
    }

    /** @return whether every measure could be taken; a target that is missed is a result like any other */
    boolean run() throws Exception {
        try (Lab lab = new Lab(options.directory().resolve("stack"), options.jvmArguments())) {
            Turns turns = new Turns(options.warmUps(), options.pairs(), line -> out.println("  " + line));
            List<Measure> chosen = new Suite(options, lab, turns, clock)
                    .measures().stream()
                            .filter(measure -> options.asksFor(measure.name()))
                            .toList();
            if (chosen.isEmpty() || options.list()) {
                chosen.forEach(measure -> out.printf("%-20s %s%n", measure.name(), measure.meaning()));
                return !chosen.isEmpty();
            }
            Report report = new Report(clock.instant());
            describe(report);
            chosen.forEach(measure -> take(measure, report));
            conclude(report, lab);
            return report.isComplete();
        }
    }

    private void describe(Report report) {
        report.circumstance("machine", Machine.here());
        report.circumstance("service", String.join(" ", options.jvmArguments()));
        report.circumstance("rows", options.rows());
        report.circumstance("loadAverage", Machine.loadAverage());
        out.println(Machine.here());
        out.printf(
                "%,d rows, %d pairs after %d, load average %.2f%n",
                options.rows(), options.pairs(), options.warmUps(), Machine.loadAverage());
    }

    private void conclude(Report report, Lab lab) throws Exception {
        Optional<String> postgres = lab.describePostgres();
        postgres.ifPresent(description -> report.circumstance("postgresql", description));
        report.circumstance("loadAverageAtEnd", Machine.loadAverage());
        out.printf("%n%s%n%n%s%n", report.table(), Machine.here());
        postgres.ifPresent(out::println);
        out.printf(
                "load average %.2f at the end; samples in %s%n",
                Machine.loadAverage(), report.write(options.directory()));
    }

    private void take(Measure measure, Report report) {
        out.printf("%n%s: %s%n", measure.name(), measure.meaning());
        try {
            report.add(measure, measure.take());
        } catch (Exception e) {
            e.printStackTrace(out);
            report.failed(measure, e);
        }
    }

    /** The folder {@code target/benchmarks} of this module, wherever it is called from. */
    private static Path defaultDirectory() throws URISyntaxException, IOException {
        Path classes = Path.of(Benchmarks.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return classes.getParent().resolve("benchmarks");
    }
}
