package tw.ecard.systemtests.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the contracts are: the repository's folder {@code contracts}. */
final class Contracts {

    private Contracts() {}

    static Path folder() {
        Path beside = Path.of("..", "contracts");
        return Files.isDirectory(beside) ? beside : Path.of("contracts");
    }
}
