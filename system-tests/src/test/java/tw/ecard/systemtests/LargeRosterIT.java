package tw.ecard.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tw.ecard.systemtests.actor.Application;
import tw.ecard.systemtests.actor.Desk;
import tw.ecard.systemtests.actor.Roster;
import tw.ecard.systemtests.roster.Crowd;
import tw.ecard.systemtests.roster.Readers;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.WithEcard;

/** A hundred thousand people in one file, with registration-service in 256 MB of heap. */
@WithEcard
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeRosterIT {

    private static final int PEOPLE = 100_000;

    private final Ecard ecard;
    private final Desk clerk;

    LargeRosterIT(Ecard ecard) {
        this.ecard = ecard;
        this.clerk = ecard.desk("clerk");
    }

    @BeforeAll
    void little_memory() {
        ecard.useHeap(ecard.registration(), "-Xmx256m");
        ecard.registration().restart();
    }

    @AfterAll
    void memory_as_usual() {
        ecard.useHeap(ecard.registration(), null);
        ecard.registration().restart();
    }

    @Test
    void an_xlsx_with_shared_texts_is_accepted(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("large.xlsx");
        Crowd.writeXlsx(Readers.ofSchool(PEOPLE), file);

        accepted(file).withdraws().expect(200);
    }

    @Test
    void an_ods_is_accepted_and_everybody_in_it_gets_a_card(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("large.ods");
        Crowd.writeOds(Readers.ofSchool(PEOPLE), file);

        Application application = accepted(file);

        JsonNode issued = clerk.issues(application).json();
        assertThat(issued.path("cards").asInt()).isEqualTo(PEOPLE);
        assertThat(application.cardsAsXlsx()).isNotEmpty();
    }

    private Application accepted(Path file) {
        Application application = clerk.approves(ecard.school().applies().handsInPapers());
        Roster roster = application.uploads(file, UUID.randomUUID().toString());
        assertThat(roster.now().path("status").asText())
                .as("the 202 does not wait for the validation")
                .isIn("RECEIVED", "VALIDATING");
        JsonNode over = roster.becomes("ACCEPTED");

        assertThat(over.path("accepted").asInt()).isEqualTo(PEOPLE);
        return application.becomes("QUEUED");
    }
}
