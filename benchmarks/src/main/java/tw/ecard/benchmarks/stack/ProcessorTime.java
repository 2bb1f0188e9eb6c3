package tw.ecard.benchmarks.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process has used of the processors since it began; nothing where the system does not tell. */
record ProcessorTime(ProcessHandle process) {

    static ProcessorTime of(Path pidFile) {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            return new ProcessorTime(ProcessHandle.of(pid).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Duration used() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
