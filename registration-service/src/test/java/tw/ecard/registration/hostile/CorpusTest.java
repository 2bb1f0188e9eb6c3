package tw.ecard.registration.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each file of the corpus ends as it has to, in a heap that holds no file, within seconds. */
class CorpusTest {

    /** Of processor time, which does not depend on who else is at work. */
    private static final int MOST_MILLIS = 5_000;

    @TempDir
    Path directory;

    @Test
    void every_file_of_the_corpus_ends_as_it_has_to() throws IOException {
        List<HostileFile> corpus = Corpus.all();
        assertThat(corpus).extracting(HostileFile::name).doesNotHaveDuplicates().hasSizeGreaterThan(60);
        IntStream.range(0, corpus.size())
                .parallel()
                .forEach(i -> write(corpus.get(i), directory.resolve(Integer.toString(i))));

        List<String> ends = SmallHeap.run(
                CorpusInSmallHeap.class, Duration.ofMinutes(15), directory.toString(), Integer.toString(corpus.size()));

        assertThat(ends).hasSameSizeAs(corpus);
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < corpus.size(); i++) {
            HostileFile file = corpus.get(i);
            String[] millisAndEnd = ends.get(i).split("\t", 2);
            softly.assertThat(millisAndEnd[1])
                    .as(file.name())
                    .isEqualTo(file.end().toString());
            softly.assertThat(Integer.parseInt(millisAndEnd[0]))
                    .as("milliseconds of " + file.name())
                    .isLessThan(MOST_MILLIS);
        }
        softly.assertAll();
    }

    private static void write(HostileFile file, Path to) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            file.content().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
