package tw.ecard.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.ecard.localstack.LocalStack;
import tw.ecard.localstack.demo.Person;
import tw.ecard.localstack.process.Part;
import tw.ecard.systemtests.actor.Application;
import tw.ecard.systemtests.actor.Desk;
import tw.ecard.systemtests.actor.Institution;
import tw.ecard.systemtests.actor.MailKind;
import tw.ecard.systemtests.actor.Mailbox.Letter;
import tw.ecard.systemtests.privacy.Traces;
import tw.ecard.systemtests.roster.Readers;
import tw.ecard.systemtests.roster.RosterFile;
import tw.ecard.systemtests.roster.Unzipped;
import tw.ecard.systemtests.stack.Ecard;
import tw.ecard.systemtests.stack.WithEcard;

/** The people of a roster are nowhere to be read: not in a file of any part, not in a column, not in a mail. */
@WithEcard
class PrivacyIT {

    private final Ecard ecard;
    private final Desk clerk;

    PrivacyIT(Ecard ecard) {
        this.ecard = ecard;
        this.clerk = ecard.desk("clerk");
    }

    @Test
    void nobody_of_a_roster_can_be_found_in_what_the_system_leaves_behind() throws IOException {
        List<Person> pupils = Readers.ofSchool(30);
        List<Person> officials = Readers.ofAgency(12);
        goesThrough(ecard.school(), RosterFile.xlsx(Readers.withTwoErrors(pupils)), RosterFile.xlsx(pupils));
        goesThrough(ecard.agency(), RosterFile.ods(Readers.withTwoErrors(officials)), RosterFile.ods(officials));
        List<Person> people = new ArrayList<>(pupils);
        people.addAll(officials);
        Traces traces = Traces.of(people);

        // Long values are compressed on disk: as a client gets them they are not.
        assertThat(inColumns(traces)).isEmpty();
        assertThat(inMails(traces)).isEmpty();
        assertThat(inFilesOnceAllIsStopped(traces)).isEmpty();
    }

    @Test
    void the_search_finds_what_is_there() throws IOException {
        List<Person> people = Readers.ofSchool(1);
        Person person = people.get(0);
        Path planted = ecard.temporaryFiles().resolve("planted");
        Traces traces = Traces.of(people);

        for (byte[] leak : List.of(
                ("x" + person.nationalId() + "y").getBytes(StandardCharsets.US_ASCII),
                ("名 " + person.name()).getBytes(StandardCharsets.UTF_16LE),
                person.name().getBytes(Charset.forName("Big5")),
                (";" + person.rocBirthDate() + ";").getBytes(StandardCharsets.US_ASCII),
                person.mobile().getBytes(StandardCharsets.US_ASCII))) {
            Files.write(planted, leak);
            assertThat(inFiles(traces)).singleElement().asString().contains("planted");
        }
        Files.delete(planted);
    }

    @Test
    void the_search_finds_what_is_in_a_table() throws IOException {
        List<Person> people = Readers.ofSchool(1);
        Traces traces = Traces.of(people);
        ecard.queueDatabase()
                .execute("CREATE TABLE planted AS SELECT '" + people.get(0).name() + "' AS name");

        assertThat(inColumns(traces)).contains("queue");
        ecard.queueDatabase().execute("CHECKPOINT");
        assertThat(inFiles(traces)).isNotEmpty().allMatch(file -> file.startsWith("postgresql"));
        ecard.queueDatabase().execute("DROP TABLE planted");
    }

    private void goesThrough(Institution institution, RosterFile hasty, RosterFile corrected) {
        Application application = institution.applies().handsInPapers();
        clerk.approves(application);
        application.uploads(hasty).becomes("RETURNED");
        application.isTold(MailKind.ROSTER_RETURNED);
        application.uploads(corrected).becomes("ACCEPTED");
        application.becomes("QUEUED");
        clerk.issues(application);
        application.isTold(MailKind.COMPLETED);
    }

    private List<String> inFilesOnceAllIsStopped(Traces traces) throws IOException {
        LocalStack stack = ecard.stack();
        List<Part> parts = List.of(stack.queue(), stack.registration(), stack.kafka(), stack.postgres());
        parts.forEach(Part::stop);
        try {
            return inFiles(traces);
        } finally {
            List<Part> again = new ArrayList<>(parts);
            Collections.reverse(again);
            again.forEach(Part::start);
        }
    }

    /** Database files with their log, the broker's log, logs, mails as they arrived, uploads, temporary files. */
    private List<String> inFiles(Traces traces) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(ecard.stack().directory(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && traces.areIn(file)) {
                    found.add(ecard.stack().directory().relativize(file).toString());
                }
                return FileVisitResult.CONTINUE;
            }

            /** What is alive renames and removes its files. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        return found;
    }

    private List<String> inColumns(Traces traces) {
        List<String> found = new ArrayList<>();
        ecard.registrationDatabase().everyValue(value -> note(traces, value, "registration", found));
        ecard.queueDatabase().everyValue(value -> note(traces, value, "queue", found));
        return found;
    }

    private List<String> inMails(Traces traces) {
        List<String> found = new ArrayList<>();
        for (Letter letter : ecard.mailbox().everything()) {
            note(
                    traces,
                    (letter.subject() + letter.text() + letter.html()).getBytes(StandardCharsets.UTF_8),
                    letter.subject(),
                    found);
            letter.attachments()
                    .forEach((name, content) -> Unzipped.parts(content)
                            .forEach((part, bytes) -> note(traces, bytes, name + "/" + part, found)));
        }
        return found;
    }

    private static void note(Traces traces, byte[] value, String place, List<String> found) {
        if (traces.areIn(value)) {
            found.add(place);
        }
    }
}
