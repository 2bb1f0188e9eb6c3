package tw.ecard.registration.hostile;

import java.util.List;
import java.util.stream.Stream;

/** All hostile files. */
public final class Corpus {

    /** Stands in cells of every roster of the corpus, and may turn up in no log. */
    public static final String MARKER = RosterParts.MARKER;

    private Corpus() {}

    public static List<HostileFile> all() {
        return Stream.of(
                        WrongFiles.all(),
                        HostileZips.all(),
                        HostileXml.all(),
                        HostileXlsx.all(),
                        HostileOds.all(),
                        HostileCsv.all(),
                        HostileXls.all(),
                        HostileTexts.all())
                .flatMap(List::stream)
                .toList();
    }
}
