package tw.ecard.benchmarks.reading;

import java.io.IOException;
import java.nio.file.Path;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.people.FileOnDemand;

/** The service's xlsx reader against fastexcel-reader, every cell of every row made a text. */
public final class ReadingXlsx implements Measure {

    private final String name;
    private final FileOnDemand file;
    private final Turns turns;

    public ReadingXlsx(String name, FileOnDemand file, Turns turns) {
        this.name = name;
        this.file = file;
        this.turns = turns;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String meaning() {
        return "rows/s of the xlsx reader, limits on ÷ fastexcel-reader";
    }

    @Override
    public Target target() {
        return Target.atLeast(1.0);
    }

    @Override
    public Outcome take() throws Exception {
        Path xlsx = file.path();
        ReadTexts own = OwnReader.read(xlsx);
        ReadTexts other = FastexcelReader.read(xlsx);
        if (!own.equals(other)) {
            throw new IllegalStateException("own reader: " + own + ", fastexcel-reader: " + other);
        }
        return turns.compare(
                "rows/s",
                "reader",
                () -> rate(() -> OwnReader.read(xlsx)),
                "fastexcel-reader",
                () -> rate(() -> FastexcelReader.read(xlsx)));
    }

    private interface Reading {
        ReadTexts read() throws IOException;
    }

    private static double rate(Reading reading) throws IOException {
        long start = System.nanoTime();
        int rows = reading.read().rows();
        return rows / ((System.nanoTime() - start) / 1e9);
    }
}
