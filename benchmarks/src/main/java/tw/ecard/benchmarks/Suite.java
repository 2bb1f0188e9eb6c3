package tw.ecard.benchmarks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tw.ecard.benchmarks.importing.Growth;
import tw.ecard.benchmarks.importing.ImportAgainstCopy;
import tw.ecard.benchmarks.importing.WrongRows;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.memory.SmallestHeap;
import tw.ecard.benchmarks.peer.CarefulPeer;
import tw.ecard.benchmarks.peer.ImportAgainstPeer;
import tw.ecard.benchmarks.peer.StraightforwardPeer;
import tw.ecard.benchmarks.people.RosterFiles;
import tw.ecard.benchmarks.queueing.ClaimLatency;
import tw.ecard.benchmarks.queueing.ClaimsPerSecond;
import tw.ecard.benchmarks.queueing.CommitToClaimable;
import tw.ecard.benchmarks.queueing.IssuedEvent;
import tw.ecard.benchmarks.queueing.IssuingLargeCase;
import tw.ecard.benchmarks.queueing.QueueSizes;
import tw.ecard.benchmarks.queueing.RelayAgainstProducer;
import tw.ecard.benchmarks.queueing.TicketsPerSecond;
import tw.ecard.benchmarks.reading.ReadingOds;
import tw.ecard.benchmarks.reading.ReadingXlsx;
import tw.ecard.benchmarks.stack.Lab;
import tw.ecard.kit.time.Taipei;

/** All measures there are, in the order of the table. To add one, write a {@link Measure} and name it here. */
final class Suite {

    private final Options options;
    private final Lab lab;
    private final RosterFiles files;
    private final Turns turns;
    private final Clock clock;
    private final LocalDate today;

    Suite(Options options, Lab lab, Turns turns, Clock clock) {
        this.options = options;
        this.lab = lab;
        this.files = new RosterFiles(options.directory().resolve("files"));
        this.turns = turns;
        this.clock = clock;
        // The day on which ages are reckoned.
        this.today = Taipei.dayOf(clock.instant());
    }

    List<Measure> measures() {
        return Stream.concat(rosters().stream(), queue().stream()).toList();
    }

    private List<Measure> queue() {
        QueueSizes sizes = QueueSizes.of(options.scale());
        return List.of(
                new ClaimsPerSecond(sizes, lab, turns, clock),
                new ClaimLatency(sizes, lab, turns),
                new CommitToClaimable(sizes, lab, turns),
                new RelayAgainstProducer(sizes, lab, turns),
                new TicketsPerSecond(sizes, lab, turns, clock),
                new IssuedEvent(files, options.rows(), lab),
                new IssuingLargeCase(files, options.rows(), lab, turns));
    }

    private List<Measure> rosters() {
        int rows = options.rows();
        SmallestHeap.Family heaps = new SmallestHeap.Family(lab, options.heapStep(), turns.log());
        return List.of(
                new ImportAgainstCopy("import-xlsx", () -> files.xlsx(rows), rows, lab, turns),
                new ImportAgainstCopy("import-ods", () -> files.ods(rows), rows, lab, turns),
                new ImportAgainstPeer(
                        "peer-straightforward",
                        (url, user, key) -> new StraightforwardPeer(url, user, today, key),
                        8,
                        () -> files.xlsx(rows),
                        rows,
                        lab,
                        turns),
                new ImportAgainstPeer(
                        "peer-careful",
                        (url, user, key) -> new CarefulPeer(url, user, today, key),
                        1.8,
                        () -> files.xlsx(rows),
                        rows,
                        lab,
                        turns),
                new Growth(files, rows, options.growthRows(), lab, turns),
                new WrongRows(files, rows, lab, turns),
                new ReadingXlsx("reader-xlsx", () -> files.xlsx(rows), turns),
                new ReadingXlsx("reader-xlsx-inline", () -> files.xlsxWithInlineTexts(rows), turns),
                new ReadingOds(() -> files.ods(rows), turns),
                heaps.measure(
                        "memory-ods",
                        "heap that an ods of %,d rows takes above the idle service's".formatted(options.growthRows()),
                        48,
                        () -> files.ods(options.growthRows()),
                        options.growthRows()),
                heaps.measure(
                        "memory-xlsx",
                        "heap that an xlsx of %,d rows with shared texts takes above the idle service's"
                                .formatted(rows),
                        64,
                        () -> files.xlsx(rows),
                        rows));
    }
}
