package tw.ecard.registration.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.problem.Refusal;
import tw.ecard.registration.HandSetClock;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class UploadAllowanceIT {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T02:00:00Z"));

    @Inject
    DataSource database;

    @Inject
    UploadAllowance allowanceOfTheService;

    @Inject
    HandSetClock clock;

    @AfterEach
    void letTheClockRun() {
        clock.letRun();
    }

    @Test
    void an_institution_may_upload_so_often_and_then_after_a_while_again() {
        UploadAllowance allowance = allowance(6);
        String institution = institution();
        for (int i = 0; i < 6; i++) {
            allowance.take(institution);
        }

        assertThatThrownBy(() -> allowance.take(institution))
                .isInstanceOfSatisfying(RosterRefusal.TooManyUploads.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_OFTEN);
                    assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(10));
                });
        allowance.take(institution());

        now.updateAndGet(time -> time.plus(Duration.ofMinutes(10)));
        allowance.take(institution);
        assertThatThrownBy(() -> allowance.take(institution)).isInstanceOf(RosterRefusal.TooManyUploads.class);
    }

    @Test
    void replicas_count_together() {
        int replicas = 4;
        String institution = institution();
        AtomicInteger taken = new AtomicInteger();

        CompletableFuture.allOf(IntStream.range(0, replicas)
                        .mapToObj(i -> CompletableFuture.runAsync(() -> takeAll(allowance(10), institution, taken)))
                        .toArray(CompletableFuture<?>[]::new))
                .join();

        assertThat(taken).hasValue(10);
    }

    private static void takeAll(UploadAllowance allowance, String institution, AtomicInteger taken) {
        for (int i = 0; i < 10; i++) {
            try {
                allowance.take(institution);
                taken.incrementAndGet();
            } catch (RosterRefusal.TooManyUploads enough) {
                return;
            }
        }
    }

    @Test
    void zero_is_any_number() {
        UploadAllowance allowance = allowance(0);
        String institution = institution();

        for (int i = 0; i < 100; i++) {
            allowance.take(institution);
        }
    }

    @Test
    void an_upload_too_many_is_told_when_to_come_again_and_staff_are_not_counted() {
        String institution = institution();
        // Or one more is free before the last has been refused.
        clock.set(clock.instant());
        assertThatThrownBy(() -> {
                    for (int i = 0; i <= 2 * RealStack.UPLOADS_AN_HOUR; i++) {
                        allowanceOfTheService.take(institution);
                    }
                })
                .isInstanceOf(RosterRefusal.TooManyUploads.class);

        upload(Tokens.asInstitution(institution))
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]\\d*"))
                .body("type", equalTo("urn:ecard:problem:too-many-uploads"))
                .body("uploadsAnHour", equalTo(RealStack.UPLOADS_AN_HOUR));
        upload(Tokens.asLibrarian()).then().statusCode(404);
        upload(Tokens.asInstitution(SomeApplications.STRANGER)).then().statusCode(404);
    }

    private static Response upload(RequestSpecification caller) {
        return caller.multiPart("file", "roster.xlsx", SomeRosters.good(1, 1), "application/octet-stream")
                .post("/v1/applications/" + UUID.randomUUID() + "/rosters");
    }

    private UploadAllowance allowance(int anHour) {
        RosterConfig config = mock(RosterConfig.class);
        when(config.uploadsAnHour()).thenReturn(anHour);
        return new UploadAllowance(config, database, movable());
    }

    private Clock movable() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    private static String institution() {
        return "institution-" + UUID.randomUUID();
    }
}
