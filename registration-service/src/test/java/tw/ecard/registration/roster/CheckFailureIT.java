package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.application.ApplicationStatus;

/** One worker, files that give it trouble, and a good one behind them. */
@QuarkusTest
@QuarkusTestResource(RealStack.class)
@TestProfile(CheckFailureIT.Impatient.class)
class CheckFailureIT {

    static final int DEADLINE_SECONDS = 12;

    private static final int UNIT = 5;
    /** More than the reader reads ahead of the checking. */
    private static final int MANY = 4_000;

    @Inject
    SomeApplications applications;

    @Inject
    RosterQueue queue;

    @Inject
    Rosters rosters;

    @Inject
    DryRunTurns turns;

    @Inject
    Sql sql;

    private final TroubledCodec codec = new TroubledCodec();

    /** Settings under which failing takes seconds. */
    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ecard.rosters.concurrency", "1",
                    "ecard.rosters.attempts", "2",
                    "ecard.rosters.lease", "1s",
                    "ecard.rosters.poll-interval", "100ms",
                    "ecard.rosters.deadline", DEADLINE_SECONDS + "s",
                    "ecard.roster-checks.patience", "100ms",
                    "ecard.roster-checks.deadline", "0s");
        }
    }

    @BeforeEach
    void makeTrouble() {
        QuarkusMock.installMockForType(codec, ReaderCodec.class);
    }

    @Test
    void a_file_that_takes_too_long_is_returned_and_the_next_one_is_checked() {
        String slow = RosterCalls.uploaded(applications.approved(), with(TroubledCodec.SLOW, MANY, 101));
        String next = RosterCalls.uploaded(applications.approved(), SomeRosters.good(5, 102));

        RosterCalls.checked(slow)
                .body("status", equalTo("RETURNED"))
                .body("problem.type", equalTo("urn:ecard:problem:roster-too-slow"));
        RosterCalls.checked(next).body("status", equalTo("ACCEPTED"));
        assertThat(readers(slow)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {TroubledCodec.BROKEN, TroubledCodec.OUT_OF_MEMORY, TroubledCodec.OUT_OF_STACK})
    void a_file_whose_check_fails_stops_no_other_and_is_returned_in_the_end(String trouble) {
        UUID application = applications.approved();
        String failing = RosterCalls.uploaded(application, with(trouble, 20, 103));
        String next = RosterCalls.uploaded(applications.approved(), SomeRosters.good(5, 110 + trouble.hashCode()));

        RosterCalls.checked(next).body("status", equalTo("ACCEPTED"));
        RosterCalls.checked(failing)
                .body("status", equalTo("RETURNED"))
                .body("problem.type", equalTo("urn:ecard:problem:roster-check-failed"))
                .body("problem.detail", containsString("請洽圖書館"))
                .body("summary", empty());
        assertThat(sql.number("SELECT attempts FROM roster WHERE id = ?", UUID.fromString(failing)))
                .isEqualTo(2);
        assertThat(readers(failing)).isZero();
        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.ROSTER_RETURNED);
    }

    @Test
    void a_file_on_which_one_process_after_the_other_died_is_not_tried_for_ever() {
        UUID roster = applications.rosterInValidation(applications.approved(), SomeRosters.good(5, 104));
        sql.update("UPDATE roster SET attempts = 2, lease_until = now() - interval '1 second' WHERE id = ?", roster);

        RosterCalls.checked(roster.toString()).body("problem.type", equalTo("urn:ecard:problem:roster-check-failed"));

        assertThat(codec.encoded()).as("rows looked at again").isZero();
    }

    @Test
    void a_check_that_is_called_off_stops_and_makes_room() {
        String roster = RosterCalls.uploaded(applications.approved(), with(TroubledCodec.WAITING, MANY, 105));
        codec.awaitReached();

        Tokens.asSchool()
                .post("/v1/rosters/" + roster + "/cancellation")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
        codec.release();

        String next = RosterCalls.uploaded(applications.approved(), SomeRosters.good(5, 106));
        RosterCalls.checked(next).body("status", equalTo("ACCEPTED"));
        assertThat(codec.encoded()).as("rows of both").isLessThan(MANY);
        RosterCalls.checked(roster).body("status", equalTo("CANCELLED"));
        assertThat(readers(roster)).isZero();
    }

    @Test
    void a_check_that_a_stopping_service_broke_off_does_not_count() {
        UUID roster = applications.rosterInValidation(applications.approved(), SomeRosters.good(5, 107));
        UUID token = UUID.randomUUID();
        sql.update("UPDATE roster SET attempts = 2, lease_token = ? WHERE id = ?", token, roster);

        queue.giveBack(new Claim(roster, null, null, token, null, 2));

        RosterCalls.checked(roster.toString());
        assertThat(rosters.get(roster, Reach.EVERYTHING).status()).isEqualTo(RosterStatus.ACCEPTED);
    }

    @Test
    void a_trial_that_takes_too_long_is_told_to_upload() {
        Tokens.asSchool()
                .multiPart("file", "讀者資料檔.xlsx", SomeRosters.good(50, 108), "application/octet-stream")
                .post("/v1/roster-checks")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:ecard:problem:roster-check-too-long"))
                .body("detail", containsString("直接上傳至申請案"));
    }

    @Test
    void a_trial_while_others_have_all_turns_is_told_when_to_come_again() throws InterruptedException {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> turns.take(() -> {
            taken.countDown();
            return waited(answered);
        }));
        taken.await();

        Tokens.asSchool()
                .multiPart("file", "讀者資料檔.xlsx", SomeRosters.good(5, 109), "application/octet-stream")
                .post("/v1/roster-checks")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("type", equalTo("urn:ecard:problem:roster-checks-busy"));

        answered.countDown();
        assertThat(other.join()).isTrue();
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Good readers, of whom the first makes the trouble. */
    private static byte[] with(String trouble, int readers, long seed) {
        return SomeRosters.edited(readers, seed, people -> people.get(0).set(UNIT, trouble));
    }

    private long readers(String roster) {
        return sql.number("SELECT count(*) FROM reader WHERE roster_id = ?", UUID.fromString(roster));
    }
}
