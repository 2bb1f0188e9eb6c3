package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.sql.Rows;
import tw.ecard.kit.sql.Sql;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.application.Actor;
import tw.ecard.registration.application.ApplicationStatus;
import tw.ecard.registration.application.WithdrawingApplication;
import tw.ecard.registration.person.KnownRows;
import tw.ecard.registration.reader.FirstRows;
import tw.ecard.registration.reader.PeopleInRows;
import tw.ecard.registration.roster.check.RosterOutcome;
import tw.ecard.registration.spreadsheet.SpreadsheetFormat;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class ValidatingRosterIT {

    @Inject
    SomeApplications applications;

    @Inject
    WithdrawingApplication withdrawing;

    @Inject
    ValidatingRoster validating;

    @Inject
    ConcludingRoster concluding;

    @Inject
    CancellingRoster cancelling;

    @Inject
    RosterQueue queue;

    @Inject
    Rosters rosters;

    @Inject
    Sql sql;

    @Test
    void the_roster_of_an_application_withdrawn_meanwhile_is_cancelled_and_holds_nobody() {
        UUID application = applications.approved();
        UUID roster = applications.rosterInValidation(application, SomeRosters.good(10, 21));
        Claim claim = claimOf(roster);
        withdrawing.withdraw(application, Reach.EVERYTHING, Actor.SYSTEM);

        assertThatThrownBy(() -> validating.validate(claim, () -> false)).isInstanceOf(ClaimLost.class);
        concluding.cancelIfWithdrawn(claim);

        assertThat(rosters.get(roster, Reach.EVERYTHING).status()).isEqualTo(RosterStatus.CANCELLED);
        assertThat(readers(roster)).isZero();
        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.WITHDRAWN);
    }

    @Test
    void a_withdrawal_just_before_acceptance_undoes_the_copied_readers() {
        UUID application = applications.approved();
        UUID roster = applications.rosterInValidation(application, SomeRosters.good(10, 22));
        Claim claim = claimOf(roster);
        withdrawing.withdraw(application, Reach.EVERYTHING, Actor.SYSTEM);

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    copyOne(roster);
                    concluding.accept(claim, good(1), nobody(), new Findings(10), () -> {});
                }))
                .isInstanceOf(ClaimLost.class);

        assertThat(readers(roster)).isZero();
    }

    @Test
    void a_worker_whose_roster_was_taken_over_decides_nothing() {
        UUID application = applications.approved();
        UUID roster = applications.rosterInValidation(application, SomeRosters.good(10, 23));
        Claim stale = claimOf(roster);
        sql.update("UPDATE roster SET lease_token = ? WHERE id = ?", UUID.randomUUID(), roster);

        assertThatThrownBy(() -> validating.validate(stale, () -> false)).isInstanceOf(ClaimLost.class);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> concluding.accept(stale, good(10), nobody(), new Findings(10), () -> {})))
                .isInstanceOf(ClaimLost.class);
        assertThatThrownBy(() -> concluding.giveBack(stale, good(10), new Findings(10), 0, KnownRows.none()))
                .isInstanceOf(ClaimLost.class);

        assertThat(rosters.get(roster, Reach.EVERYTHING).status()).isEqualTo(RosterStatus.VALIDATING);
        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.ROSTER_VALIDATING);
        assertThat(readers(roster)).isZero();
    }

    @Test
    void a_roster_called_off_is_not_checked_any_further_and_another_may_come() {
        UUID application = applications.approved();
        UUID roster = applications.rosterInValidation(application, SomeRosters.good(10, 24));
        Claim claim = claimOf(roster);

        Roster cancelled = cancelling.cancel(roster, Reach.EVERYTHING, Actor.SYSTEM);

        assertThat(cancelled.status()).isEqualTo(RosterStatus.CANCELLED);
        assertThat(queue.renew(claim, 5, 10)).isFalse();
        assertThat(applications.find(application).status()).isEqualTo(ApplicationStatus.ROSTER_RETURNED);
    }

    @Test
    void a_leased_roster_is_claimed_by_nobody_else() {
        UUID roster = applications.rosterInValidation(applications.approved(), SomeRosters.good(1, 25));

        assertThat(queue.claim()).isNotPresent();

        assertThat(rosters.get(roster, Reach.EVERYTHING).status()).isEqualTo(RosterStatus.VALIDATING);
    }

    @Test
    void a_stopping_service_ends_the_check_without_a_result() {
        UUID roster = applications.rosterInValidation(applications.approved(), SomeRosters.good(10, 26));

        assertThatThrownBy(() -> validating.validate(claimOf(roster), () -> true))
                .isInstanceOf(ClaimLost.class);

        assertThat(rosters.get(roster, Reach.EVERYTHING).status()).isEqualTo(RosterStatus.VALIDATING);
    }

    private void copyOne(UUID roster) {
        sql.update(
                "INSERT INTO reader (roster_id, sheet_row, ordinal, sealed) VALUES (?, 2, 1, ?)", roster, new byte[1]);
    }

    private static PeopleInRows nobody() {
        return new FirstRows().people();
    }

    private static RosterOutcome good(int readers) {
        return new RosterOutcome(SpreadsheetFormat.XLSX, readers, readers, 0, 0, 0, null);
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

    private long readers(UUID roster) {
        return sql.number("SELECT count(*) FROM reader WHERE roster_id = ?", roster);
    }
}
