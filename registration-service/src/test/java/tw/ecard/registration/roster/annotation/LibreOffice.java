package tw.ecard.registration.roster.annotation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** LibreOffice as it is installed on this machine, without its windows and with a profile of its own. */
final class LibreOffice {

    private static final long PATIENCE_SECONDS = 180;

    private final Path program;
    private final Path directory;

    private LibreOffice(Path program, Path directory) {
        this.program = program;
        this.directory = directory;
    }

    /** Empty where it is not installed. */
    static Optional<LibreOffice> in(Path directory) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "soffice"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new LibreOffice(program, directory));
    }

    /** Opens a file and saves it in another format. */
    byte[] convert(byte[] file, String from, String to) throws IOException, InterruptedException {
        Path input = Files.write(directory.resolve("copy." + from), file);
        Path output = Files.createDirectories(directory.resolve("saved"));
        Path log = directory.resolve("soffice.log");
        Process soffice = new ProcessBuilder(
                        program.toString(),
                        "-env:UserInstallation=" + directory.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        to,
                        "--outdir",
                        output.toString(),
                        input.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!soffice.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            soffice.destroyForcibly();
            throw new AssertionError("LibreOffice does not end");
        }
        Path saved = output.resolve("copy." + to);
        if (!Files.exists(saved)) {
            throw new AssertionError("LibreOffice does not open it: " + Files.readString(log));
        }
        return Files.readAllBytes(saved);
    }
}
