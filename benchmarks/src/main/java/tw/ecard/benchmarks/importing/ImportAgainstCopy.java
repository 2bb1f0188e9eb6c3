package tw.ecard.benchmarks.importing;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Series;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.people.FileOnDemand;
import tw.ecard.benchmarks.stack.FilledTables;
import tw.ecard.benchmarks.stack.Import;
import tw.ecard.benchmarks.stack.Lab;

/**
 * The whole import by the packaged service against COPY of the very rows that it stored into the very tables that it
 * filled, emptied in between.
 */
public final class ImportAgainstCopy implements Measure {

    private final String name;
    private final FileOnDemand file;
    private final int rows;
    private final Lab lab;
    private final Importing importing;
    private final Turns turns;

    private Map<String, byte[]> asInFile;
    private Map<String, byte[]> asStored;
    private Map<String, String> stored;
    private final List<Import> imports = new ArrayList<>();

    public ImportAgainstCopy(String name, FileOnDemand file, int rows, Lab lab, Turns turns) {
        this.name = name;
        this.file = file;
        this.rows = rows;
        this.lab = lab;
        this.importing = new Importing(lab);
        this.turns = turns.warmedUpLonger();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String meaning() {
        return "rows/s of the whole import ÷ COPY of the same encrypted rows";
    }

    @Override
    public Target target() {
        return Target.atLeast(0.60);
    }

    @Override
    public Outcome take() throws Exception {
        Outcome outcome = turns.compare("rows/s", "import", this::importOnce, "COPY", () -> copy(asInFile));
        String sorted = Series.show(copyAsStored());
        asInFile = null;
        asStored = null;
        return outcome.remark("COPY in the order in which the service stores them %s rows/s".formatted(sorted))
                .remark("%.1f µs/row of processor time in the service".formatted(processorPerRow(outcome)))
                .remark("longest wait for a worker %d ms"
                        .formatted(longestWait().toMillis()));
    }

    /** What COPY itself gains by the order of the hashes, which is the index's: the middle one of three. */
    private double copyAsStored() throws SQLException, IOException {
        List<Double> samples = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            samples.add(copy(asStored));
        }
        return new Series("COPY", "rows/s", samples).median();
    }

    /** The median over the imports that count. */
    private double processorPerRow(Outcome outcome) {
        int counted = outcome.series().get(0).samples().size();
        return new Series(
                        "processor",
                        "µs/row",
                        imports.subList(imports.size() - counted, imports.size()).stream()
                                .map(each -> each.processorPerRow(rows))
                                .toList())
                .median();
    }

    private Duration longestWait() {
        return imports.stream().map(Import::waited).max(Duration::compareTo).orElseThrow();
    }

    private double importOnce() throws IOException, InterruptedException, SQLException {
        Import done = importing.accepted(file.path(), rows);
        imports.add(done);
        stored = lab.tables().contents();
        asInFile = lab.tables().dumpAsInFile();
        asStored = lab.tables().dumpAsStored();
        return done.rowsPerSecond(rows);
    }

    private double copy(Map<String, byte[]> dump) throws SQLException, IOException {
        FilledTables tables = lab.tables();
        tables.empty();
        double seconds = tables.fill(dump);
        if (!tables.contents().equals(stored)) {
            throw new IllegalStateException("the import stored " + stored + ", COPY " + tables.contents());
        }
        return rows / seconds;
    }
}
