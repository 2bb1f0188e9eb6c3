package tw.ecard.benchmarks.people;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is written when it is first needed. */
@FunctionalInterface
public interface FileOnDemand {

    Path path() throws IOException;
}
