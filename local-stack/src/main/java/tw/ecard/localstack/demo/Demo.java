package tw.ecard.localstack.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tw.ecard.localstack.mail.MailFolder;

/**
 * Plays the whole way of two applications: a school's, with an xlsx roster, and an agency's, whose ods roster is first
 * returned with errors. People and document numbers come from the seed, so another seed can be played in the same stack.
 */
public final class Demo {

    /** Seeds are up to seven digits: a document number is made of one. */
    public static final int SEEDS = 10_000_000;

    public static final int SCHOOL_READERS = 200;
    public static final int AGENCY_READERS = 24;

    private final Addresses addresses;
    private final MailFolder mails;
    private final long seed;
    private final Clock clock;
    private final Consumer<String> show;

    /**
     * @param clock in the time zone of the library
     * @param show takes the story, a line at a time
     */
    public Demo(Addresses addresses, MailFolder mails, long seed, Clock clock, Consumer<String> show) {
        this.addresses = addresses;
        this.mails = mails;
        this.seed = seed;
        this.clock = clock;
        this.show = show;
    }

    /** @return 0 when both applications were completed and every mail has come, else 1 */
    public int play() {
        show.accept("The way of two applications (seed " + seed + ", ECARD_DEMO_SEED plays the same people again)");
        try {
            Wire wire = new Wire(addresses.realm());
            List<Walk.Issued> issued = List.of(school(wire), agency(wire));
            conclude(issued);
            return 0;
        } catch (DemoFailed e) {
            show.accept("");
            show.accept("The demo has failed: " + e.getMessage());
            return 1;
        }
    }

    private Walk.Issued school(Wire wire) {
        Walk walk = new Walk(addresses, Applicant.school(seed), Identity.user("clerk"), wire, mails, show);
        walk.apply(seed, LocalDate.now(clock));
        walk.approve();
        walk.uploadAndQueue(UploadedFile.xlsx(RosterFiles.xlsx(People.ofSchool(seed, SCHOOL_READERS))));
        return walk.issue(SCHOOL_READERS);
    }

    private Walk.Issued agency(Wire wire) {
        Walk walk = new Walk(addresses, Applicant.agency(seed), Identity.user("clerk2"), wire, mails, show);
        List<Person> staff = People.ofAgency(seed, AGENCY_READERS);
        walk.apply(seed, LocalDate.now(clock));
        walk.approve();
        walk.uploadAndGetBack(UploadedFile.ods(RosterFiles.ods(withMistakes(staff))));
        walk.uploadAndQueue(UploadedFile.ods(RosterFiles.ods(staff)));
        return walk.issue(AGENCY_READERS);
    }

    /** A mistyped number, a family member, somebody twice: each is an error of its own kind. */
    private static List<Person> withMistakes(List<Person> staff) {
        List<Person> wrong = new ArrayList<>(staff);
        wrong.set(
                2, staff.get(2).withNationalId(NationalIds.mistyped(staff.get(2).nationalId())));
        wrong.set(5, staff.get(5).withCategory("眷屬"));
        wrong.set(9, staff.get(9).withNationalId(staff.get(8).nationalId()));
        return wrong;
    }

    private void conclude(List<Walk.Issued> issued) {
        show.accept("");
        for (Walk.Issued one : issued) {
            show.accept("%s  %s  %s  %d cards  %s – %s"
                    .formatted(
                            one.receiptNumber(),
                            one.institution(),
                            one.status(),
                            one.cards(),
                            one.first(),
                            one.last()));
        }
        int cards = issued.stream().mapToInt(Walk.Issued::cards).sum();
        int received = issued.stream().mapToInt(Walk.Issued::mails).sum();
        show.accept("Completed %d applications, issued %d cards, received %d mails."
                .formatted(issued.size(), cards, received));
    }
}
