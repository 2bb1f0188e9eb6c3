package tw.ecard.benchmarks;

import java.util.List;
import tw.ecard.benchmarks.importing.Growth;
import tw.ecard.benchmarks.importing.ImportAgainstCopy;
import tw.ecard.benchmarks.importing.WrongRows;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.people.RosterFiles;
import tw.ecard.benchmarks.reading.ReadingOds;
import tw.ecard.benchmarks.reading.ReadingXlsx;
import tw.ecard.benchmarks.stack.Lab;

/** All measures there are, in the order of the table. To add one, write a {@link Measure} and name it here. */
final class Suite {

    private final Options options;
    private final Lab lab;
    private final RosterFiles files;
    private final Turns turns;

    Suite(Options options, Lab lab, Turns turns) {
        this.options = options;
        this.lab = lab;
        this.files = new RosterFiles(options.directory().resolve("files"));
        this.turns = turns;
    }

    List<Measure> measures() {
        int rows = options.rows();
        return List.of(
                new ImportAgainstCopy("import-xlsx", () -> files.xlsx(rows), rows, lab, turns),
                new ImportAgainstCopy("import-ods", () -> files.ods(rows), rows, lab, turns),
                new Growth(files, rows, options.growthRows(), lab, turns),
                new WrongRows(files, rows, lab, turns),
                new ReadingXlsx("reader-xlsx", () -> files.xlsx(rows), turns),
                new ReadingXlsx("reader-xlsx-inline", () -> files.xlsxWithInlineTexts(rows), turns),
                new ReadingOds(() -> files.ods(rows), turns));
    }
}
