package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.event.EventCodec;
import tw.ecard.kit.event.NewEvent;
import tw.ecard.kit.inbox.Inbox;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.kit.sql.SqlFailure;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.ApplicationStatus;
import tw.ecard.registration.application.Requirement;
import tw.ecard.registration.application.WithdrawingApplication;
import tw.ecard.registration.lane.Lane;
import tw.ecard.registration.reader.PeopleFixture;

/** Nobody is in two rosters, and nobody who holds a card is in one. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
class HeldPeopleIT {

    private static final int ID = 1;
    private static final int EMAIL = 9;
    private static final int FIRST_ROW = 2;
    private static final String DECISIONS = "ecard.decisions.v1";
    private static final AtomicInteger SERIALS = new AtomicInteger(1);

    /** None that a test's transaction could be bound to. */
    private static final Executor NEW_THREAD = work -> new Thread(work).start();

    @Inject
    SomeApplications applications;

    @Inject
    ApplicationRepository repository;

    @Inject
    WithdrawingApplication withdrawing;

    @Inject
    ValidatingRoster validating;

    @Inject
    RefusedPeople refusedPeople;

    @Inject
    Rosters rosters;

    @Inject
    Inbox inbox;

    @Inject
    EventCodec codec;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void whoever_is_in_an_accepted_roster_is_refused_in_another_one() {
        List<List<Object>> people = PeopleFixture.people(10, 201);
        schoolAccepted(SomeRosters.of(people));

        String roster = upload(stranger(), applications.approvedStranger(), mixed(people.subList(3, 5), 202));

        check(stranger(), roster)
                .body("status", equalTo("RETURNED"))
                .body("rowsRead", equalTo(6))
                .body("accepted", equalTo(0))
                .body("wrongRows", equalTo(2))
                .body("errorCount", equalTo(2));
        stranger()
                .get("/v1/rosters/" + roster + "/errors")
                .then()
                .body("items.row", equalTo(List.of(2, 3)))
                .body("items.code", equalTo(List.of("DUPLICATE_IN_PROGRESS", "DUPLICATE_IN_PROGRESS")))
                .body("items.column", equalTo(List.of("身分證字號", "身分證字號")))
                .body("items[0].value", containsString("*****"))
                .body("items[0].value", not(equalTo(people.get(3).get(ID))))
                .body("items[0].message", containsString("刪除本列"))
                .body("items[0].message", not(containsString(SomeApplications.SCHOOL)));
        assertThat(refusedPeople.of(UUID.fromString(roster)).inProgress().stream())
                .containsExactly(2, 3);
        assertThat(held(roster)).isZero();
    }

    @Test
    void after_cards_were_issued_they_hold_one() {
        List<List<Object>> people = PeopleFixture.people(3, 203);
        UUID application = schoolAccepted(SomeRosters.of(people));
        issueCards(application);

        String roster = upload(stranger(), applications.approvedStranger(), SomeRosters.of(people.subList(0, 1)));

        check(stranger(), roster).body("status", equalTo("RETURNED"));
        stranger()
                .get("/v1/rosters/" + roster + "/errors")
                .then()
                .body("items.code", equalTo(List.of("ALREADY_HOLDS_CARD")))
                .body("items[0].message", containsString("原有借閱證"));
        assertThat(refusedPeople.of(UUID.fromString(roster)).holders().stream()).containsExactly(FIRST_ROW);
    }

    @Test
    void people_who_are_known_are_named_together_with_all_other_errors() {
        List<List<Object>> people = PeopleFixture.people(4, 204);
        schoolAccepted(SomeRosters.of(people));
        List<List<Object>> wrong = PeopleFixture.people(4, 204);
        wrong.get(1).set(EMAIL, "no address");
        wrong.get(2).set(ID, "A123456788");

        String roster = upload(stranger(), applications.approvedStranger(), SomeRosters.of(wrong));

        check(stranger(), roster).body("wrongRows", equalTo(4)).body("errorCount", equalTo(5));
        stranger()
                .get("/v1/rosters/" + roster + "/errors")
                .then()
                .body("items.row", equalTo(List.of(2, 3, 3, 4, 5)))
                .body(
                        "items.code",
                        equalTo(List.of(
                                "DUPLICATE_IN_PROGRESS",
                                "EMAIL_FORMAT",
                                "DUPLICATE_IN_PROGRESS",
                                "NATIONAL_ID_CHECKSUM",
                                "DUPLICATE_IN_PROGRESS")));
    }

    @Test
    void however_many_are_known_the_first_thousand_rows_are_listed_and_every_one_is_kept() {
        List<List<Object>> people = PeopleFixture.people(1_500, 205);
        schoolAccepted(SomeRosters.of(people));
        List<List<Object>> shuffled = new ArrayList<>(PeopleFixture.people(1_500, 205));
        Collections.shuffle(shuffled, new Random(205));
        for (List<Object> person : shuffled.subList(700, 1_500)) {
            person.set(EMAIL, "no address");
        }

        String roster = upload(stranger(), applications.approvedStranger(), SomeRosters.of(shuffled));

        check(stranger(), roster).body("wrongRows", equalTo(1_500)).body("errorCount", equalTo(2_300));
        List<Integer> listed = sql.list(
                row -> row.getInt(1),
                "SELECT sheet_row FROM roster_error WHERE roster_id = ? ORDER BY position",
                UUID.fromString(roster));
        assertThat(listed).hasSize(1_000 + 300).isSorted();
        assertThat(Set.copyOf(listed)).hasSize(1_000).contains(FIRST_ROW, 1_001).doesNotContain(1_002);
        assertThat(refusedPeople.of(UUID.fromString(roster)).count()).isEqualTo(1_500);
    }

    @Test
    void a_withdrawal_lets_everybody_go() {
        List<List<Object>> people = PeopleFixture.people(20, 206);
        UUID application = schoolAccepted(SomeRosters.of(people));

        withdrawing.withdraw(application, Reach.EVERYTHING, Actor.SYSTEM);

        assertThat(sql.number("SELECT count(*) FROM known_person")).isZero();
        String roster = upload(stranger(), applications.approvedStranger(), SomeRosters.of(people));
        check(stranger(), roster).body("status", equalTo("ACCEPTED"));
    }

    @Test
    void a_correction_keeps_who_is_in_both_lets_go_who_is_not_and_takes_who_is_new() {
        List<List<Object>> people = PeopleFixture.people(30, 207);
        UUID application = schoolAccepted(SomeRosters.of(people.subList(0, 20)));
        returnedByStaff(application);

        String corrected = upload(school(), application, SomeRosters.of(people.subList(10, 30)));

        check(school(), corrected).body("status", equalTo("ACCEPTED"));
        assertThat(held(corrected)).isEqualTo(20);
        assertThat(sql.number("SELECT count(*) FROM known_person")).isEqualTo(20);
        String elsewhere = upload(stranger(), applications.approvedStranger(), SomeRosters.of(people.subList(0, 10)));
        check(stranger(), elsewhere).body("status", equalTo("ACCEPTED"));
    }

    @Test
    void a_correction_with_errors_releases_nobody() {
        List<List<Object>> people = PeopleFixture.people(10, 208);
        schoolAccepted(SomeRosters.of(people.subList(0, 5)));
        UUID application = applications.approvedStranger();
        String former = upload(stranger(), application, SomeRosters.of(people.subList(5, 10)));
        check(stranger(), former).body("status", equalTo("ACCEPTED"));
        returnedByStaff(application);

        String corrected = upload(stranger(), application, SomeRosters.of(people.subList(4, 10)));

        check(stranger(), corrected)
                .body("status", equalTo("RETURNED"))
                .body("errorCount", equalTo(1))
                .body("wrongRows", equalTo(1));
        assertThat(held(former)).isEqualTo(5);
    }

    @Test
    void a_person_imported_as_a_holder_meanwhile_stays_one_when_the_roster_goes() {
        UUID application = schoolAccepted(SomeRosters.of(PeopleFixture.people(5, 209)));
        sql.update("UPDATE known_person SET import_id = ? WHERE sheet_row = ?", UUID.randomUUID(), FIRST_ROW);

        withdrawing.withdraw(application, Reach.EVERYTHING, Actor.SYSTEM);

        assertThat(sql.number("SELECT count(*) FROM known_person WHERE roster_id IS NULL"))
                .isEqualTo(1);
        assertThat(sql.number("SELECT count(*) FROM known_person")).isEqualTo(1);
        String roster =
                upload(stranger(), applications.approvedStranger(), SomeRosters.of(PeopleFixture.people(5, 209)));
        check(stranger(), roster).body("errorCount", equalTo(1));
        assertThat(refusedPeople.of(UUID.fromString(roster)).holders().stream()).containsExactly(FIRST_ROW);
    }

    @Test
    void of_many_rosters_checked_at_one_moment_exactly_one_gets_the_person_whom_all_name() {
        int contenders = 4;
        List<List<Object>> wanted = PeopleFixture.people(1, 210);
        List<UUID> contending = IntStream.range(0, contenders)
                .mapToObj(i -> applications.rosterInValidation(
                        applications.approved(), SomeRosters.of(PeopleFixture.people(2_000, 211 + i), wanted)))
                .toList();

        CompletableFuture<?>[] checks = contending.stream()
                .map(this::claimOf)
                .map(claim -> CompletableFuture.runAsync(() -> validating.validate(claim, () -> false)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(checks).join();

        Stream<RosterStatus> ends = contending.stream()
                .map(roster -> rosters.get(roster, Reach.EVERYTHING).status());
        assertThat(ends)
                .containsOnlyOnce(RosterStatus.ACCEPTED)
                .filteredOn(RosterStatus.RETURNED::equals)
                .hasSize(contenders - 1);
        assertThat(sql.number("SELECT count(*) FROM known_person")).isEqualTo(2_001);
        assertThat(sql.number("SELECT count(*) FROM reader r JOIN known_person k ON k.roster_id = r.roster_id"
                        + " AND k.sheet_row = r.sheet_row"))
                .isEqualTo(2_001);
    }

    /** Each lets go whom the other one wants: the database may end a circle of waiting, and nobody is lost by it. */
    @Test
    void two_corrections_that_want_each_others_people_both_come_back() {
        List<List<Object>> people = PeopleFixture.people(600, 216);
        UUID first = corrected(people.subList(0, 300), people.subList(300, 600));
        UUID second = corrected(people.subList(300, 600), people.subList(0, 300));

        CompletableFuture.allOf(Stream.of(first, second)
                        .map(this::claimOf)
                        .map(claim -> CompletableFuture.runAsync(() -> validating.validate(claim, () -> false)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        for (UUID roster : List.of(first, second)) {
            assertThat(rosters.get(roster, Reach.EVERYTHING).status()).isEqualTo(RosterStatus.RETURNED);
            assertThat(refusedPeople.of(roster).inProgress().cardinality()).isEqualTo(300);
        }
        assertThat(sql.number("SELECT count(*) FROM known_person")).isEqualTo(600);
    }

    /** A roster that wants other people than the one accepted before, and is about to be checked. */
    private UUID corrected(List<List<Object>> accepted, List<List<Object>> wanted) {
        UUID application = schoolAccepted(SomeRosters.of(accepted));
        returnedByStaff(application);
        return applications.rosterInValidation(application, SomeRosters.of(wanted));
    }

    @Test
    void a_roster_waits_for_one_that_is_about_to_be_accepted_and_gets_the_people_if_that_comes_to_nothing() {
        UUID roster =
                applications.rosterInValidation(applications.approved(), SomeRosters.of(PeopleFixture.people(50, 215)));
        UUID other =
                applications.rosterInValidation(applications.approved(), SomeRosters.of(PeopleFixture.people(50, 215)));
        validating.validate(claimOf(other), () -> false);

        CompletableFuture<Void> check = QuarkusTransaction.requiringNew().call(() -> {
            // Let go, but not yet for certain: the check has to wait for the end of this transaction.
            sql.update("DELETE FROM known_person WHERE roster_id = ?", other);
            CompletableFuture<Void> waiting = validateMeanwhile(roster);
            waitUntilSomebodyWaitsForALock();
            assertThat(waiting).isNotDone();
            return waiting;
        });
        check.join();

        assertThat(rosters.get(roster, Reach.EVERYTHING).status()).isEqualTo(RosterStatus.ACCEPTED);
        assertThat(held(roster.toString())).isEqualTo(50);
    }

    @Test
    void a_check_that_has_to_give_way_to_another_transaction_is_run_again() {
        List<List<Object>> people = PeopleFixture.people(20, 217);
        UUID application = schoolAccepted(SomeRosters.of(people.subList(0, 10)));
        UUID former = applications.find(application).acceptedRoster();
        UUID wanted = applications
                .find(schoolAccepted(SomeRosters.of(people.subList(10, 20))))
                .acceptedRoster();
        returnedByStaff(application);
        UUID roster = applications.rosterInValidation(application, SomeRosters.of(people.subList(10, 20)));
        AtomicReference<CompletableFuture<Void>> check = new AtomicReference<>();

        boolean checkGaveWay = true;
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                sql.update("DELETE FROM known_person WHERE roster_id = ?", wanted);
                check.set(validateMeanwhile(roster));
                waitUntilSomebodyWaitsForALock();
                // Closes the circle. Who waited first is the first to look, after a second, and gives way.
                sql.update("DELETE FROM known_person WHERE roster_id = ?", former);
            });
        } catch (SqlFailure thisOneGaveWay) {
            checkGaveWay = false;
        }
        check.get().join();

        assumeThat(checkGaveWay).as("on a very slow machine the test gives way").isTrue();
        assertThat(rosters.get(roster, Reach.EVERYTHING).status()).isEqualTo(RosterStatus.ACCEPTED);
        assertThat(held(roster.toString())).isEqualTo(10);
    }

    private CompletableFuture<Void> validateMeanwhile(UUID roster) {
        Claim claim = claimOf(roster);
        return CompletableFuture.runAsync(() -> validating.validate(claim, () -> false), NEW_THREAD);
    }

    private void waitUntilSomebodyWaitsForALock() {
        long waiting;
        do {
            waiting = sql.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
            Thread.onSpinWait();
        } while (waiting == 0);
    }

    /** As queue-service tells it. */
    private void issueCards(UUID application) {
        Application queued = applications.find(application);
        int readers = queued.acceptedReaders();
        int serial = SERIALS.getAndAdd(readers);
        NewEvent issued = new NewEvent(
                DECISIONS,
                application.toString(),
                "tw.ecard.cards.issued.v1",
                Map.of(
                        "applicationId",
                        application,
                        "lane",
                        "ISSUANCE",
                        "rosterId",
                        queued.acceptedRoster(),
                        "count",
                        readers,
                        "rocYear",
                        950,
                        "firstSerial",
                        serial,
                        "lastSerial",
                        serial + readers - 1));
        String body = codec.encode(issued, UUID.randomUUID(), 1, clock.instant());
        inbox.receive(codec.decode(DECISIONS, body.getBytes(StandardCharsets.UTF_8)), body);
        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.COMPLETED);
    }

    private static byte[] mixed(List<List<Object>> known, long seed) {
        return SomeRosters.of(known, PeopleFixture.people(4, seed));
    }

    private UUID schoolAccepted(byte[] file) {
        UUID application = applications.approved();
        check(school(), upload(school(), application, file)).body("status", equalTo("ACCEPTED"));
        return application;
    }

    private void returnedByStaff(UUID application) {
        QuarkusTransaction.requiringNew()
                .run(() -> repository
                        .lock(application, Reach.EVERYTHING)
                        .returnByStaff(Lane.ISSUANCE, Set.of(Requirement.ROSTER), clock.instant()));
    }

    private Claim claimOf(UUID roster) {
        return sql.first(
                        row -> new Claim(
                                roster,
                                Rows.uuid(row, "application_id"),
                                Rows.uuid(row, "file_id"),
                                Rows.uuid(row, "lease_token"),
                                Rows.instant(row, "received_at"),
                                row.getInt("attempts")),
                        "SELECT application_id, file_id, lease_token, received_at, attempts FROM roster WHERE id = ?",
                        roster)
                .orElseThrow();
    }

    private long held(String roster) {
        return sql.number("SELECT count(*) FROM known_person WHERE roster_id = ?", UUID.fromString(roster));
    }

    private static RequestSpecification school() {
        return Tokens.asSchool();
    }

    private static RequestSpecification stranger() {
        return Tokens.asStranger();
    }

    private static ValidatableResponse check(RequestSpecification caller, String roster) {
        return caller.get("/v1/rosters/" + roster + "?wait=30s").then().statusCode(200);
    }

    private static String upload(RequestSpecification caller, UUID application, byte[] file) {
        return caller.multiPart("file", "roster.xlsx", file, "application/octet-stream")
                .post("/v1/applications/" + application + "/rosters")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }
}
