package tw.ecard.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param names measures by name or by the first words of a name; none for all
 * @param rows people in a roster
 * @param growthRows people in the large roster
 * @param scale size of the queue's measures, in percent
 * @param warmUps pairs before those that count
 * @param pairs pairs that count
 * @param heapStep to how many megabytes the smallest heap is looked for
 * @param heap the service's {@code -Xmx}
 * @param recording whether the Java flight recorder watches the service
 * @param list whether to name the measures and take none
 * @param directory where files, servers and results go
 */
record Options(
        List<String> names,
        int rows,
        int growthRows,
        int scale,
        int warmUps,
        int pairs,
        int heapStep,
        String heap,
        boolean recording,
        boolean list,
        Path directory) {

    static final String USAGE = """
            Usage: benchmarks/run [measure ...] [option ...]
              measure             a name, or its first words: import, import-ods, reader (default: all)
              --rows N            people in a roster (default 100000)
              --growth-rows N     people in the large roster (default 1000000)
              --scale PERCENT     size of the queue's measures (default 100)
              --warm-up N         pairs before those that count (default 3)
              --pairs N           pairs that count (default 5)
              --heap-step MB      to how many megabytes the smallest heap is looked for (default 4)
              --heap SIZE         -Xmx of the service (default 512m)
              --record            keep a flight recording of the service, beside the results
              --directory PATH    where files, servers and results go
              --list              name the measures and take none
            """;

    static Options parse(List<String> arguments, Path directory) {
        List<String> names = new ArrayList<>();
        int rows = 100_000;
        int growthRows = 1_000_000;
        int scale = 100;
        int warmUps = 3;
        int pairs = 5;
        int heapStep = 4;
        String heap = "512m";
        boolean recording = false;
        boolean list = false;
        Path target = directory;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            switch (argument) {
                case "--rows" -> rows = number(argument, rest, 1);
                case "--growth-rows" -> growthRows = number(argument, rest, 1);
                case "--scale" -> scale = number(argument, rest, 1);
                case "--warm-up" -> warmUps = number(argument, rest, 0);
                case "--pairs" -> pairs = number(argument, rest, 1);
                case "--heap-step" -> heapStep = number(argument, rest, 1);
                case "--heap" -> heap = value(argument, rest);
                case "--record" -> recording = true;
                case "--list" -> list = true;
                case "--directory" -> target = Path.of(value(argument, rest));
                default -> {
                    if (argument.startsWith("-")) {
                        throw new IllegalArgumentException("There is no option " + argument);
                    }
                    names.add(argument);
                }
            }
        }
        return new Options(
                names,
                rows,
                growthRows,
                scale,
                warmUps,
                pairs,
                heapStep,
                heap,
                recording,
                list,
                target.toAbsolutePath());
    }

    /** Whether a measure of this name is asked for. */
    boolean asksFor(String measure) {
        return names.isEmpty()
                || names.stream().anyMatch(name -> measure.equals(name) || measure.startsWith(name + "-"));
    }

    List<String> jvmArguments() {
        List<String> jvmArguments = new ArrayList<>(List.of("-Xmx" + heap));
        if (recording) {
            jvmArguments.add("-XX:StartFlightRecording=settings=profile,filename=" + directory.resolve("service.jfr"));
        }
        return jvmArguments;
    }

    private static int number(String option, Iterator<String> rest, int least) {
        String value = value(option, rest);
        try {
            int number = Integer.parseInt(value.replace("_", ""));
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(option + " takes a number from " + least + " on, not " + value);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " takes a value");
        }
        return rest.next();
    }
}
