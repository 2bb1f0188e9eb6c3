package tw.ecard.registration.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tw.ecard.kit.access.Reach;
import tw.ecard.registration.RealStack;
import tw.ecard.registration.SomeApplications;
import tw.ecard.registration.Tokens;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.reader.PeopleFixture;
import tw.ecard.registration.roster.SomeRosters;
import tw.ecard.registration.spreadsheet.Workbooks;

@QuarkusTest
@QuarkusTestResource(RealStack.class)
class CardsIT {

    private static final int READERS = 1_203;

    @Inject
    SomeApplications applications;

    @Inject
    ApplicationRepository repository;

    @Inject
    AssigningCards cards;

    @Inject
    Clock clock;

    @Test
    void every_reader_gets_the_number_of_its_place_in_the_roster() {
        UUID application = queued(31);
        complete(application, new SerialBlock(900, 1, READERS));
        List<Object> first = PeopleFixture.people(READERS, 31).get(0);
        String name = (String) first.get(0);

        String next = Tokens.asSchool()
                .get(path(application) + "?limit=2")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Link", containsString("rel=\"next\""))
                .body("items", hasSize(2))
                .body("items[0].row", equalTo(2))
                .body("items[0].studentNumber", equalTo(first.get(6)))
                .body("items[0].cardNumber", equalTo(CardNumber.of(900, 1).text()))
                .body("items[1].cardNumber", equalTo(CardNumber.of(900, 2).text()))
                .body("items[0].maskedName", containsString("○"))
                .extract()
                .path("nextCursor");
        String page = Tokens.asSchool()
                .get(path(application) + "?limit=200&cursor=" + next)
                .then()
                .body("items", hasSize(200))
                .body("items[0].cardNumber", equalTo(CardNumber.of(900, 3).text()))
                .extract()
                .asString();
        assertThat(page).doesNotContain(name);
    }

    @Test
    void the_list_comes_whole_as_a_workbook() {
        UUID application = queued(32);
        complete(application, new SerialBlock(901, 1, READERS));

        byte[] file = Tokens.asLibrarian()
                .get(path(application) + "?format=xlsx")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".xlsx"))
                .extract()
                .asByteArray();

        List<Workbooks.ReadRow> rows = Workbooks.read(file);
        assertThat(rows).hasSize(READERS + 1);
        assertThat(rows.get(READERS).texts())
                .contains(CardNumber.of(901, READERS).text());
    }

    @Test
    void there_are_no_cards_before_completion_and_none_for_strangers() {
        UUID application = queued(33);

        Tokens.asSchool()
                .get(path(application))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ecard:problem:cards-not-issued"));
        complete(application, new SerialBlock(902, 1, READERS));
        Tokens.asStranger().get(path(application)).then().statusCode(404);
        Tokens.as("observer").get(path(application)).then().statusCode(403);
        Tokens.asSchool().get(path(application) + "?format=pdf").then().statusCode(400);
        Tokens.asSchool()
                .get(path(application) + "?cursor=" + lastCursor())
                .then()
                .body("items", hasSize(0))
                .body("nextCursor", nullValue());
    }

    private UUID queued(long seed) {
        UUID application = applications.approved();
        String location = Tokens.asSchool()
                .multiPart("file", "roster.xlsx", SomeRosters.good(READERS, seed), "application/octet-stream")
                .post("/v1/applications/" + application + "/rosters")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        Tokens.asSchool().get(location + "?wait=30s").then().body("status", equalTo("ACCEPTED"));
        return application;
    }

    private void complete(UUID application, SerialBlock block) {
        QuarkusTransaction.requiringNew().run(() -> {
            var locked = repository.lock(application, Reach.EVERYTHING);
            cards.assign(application, locked.acceptedRoster(), block, clock.instant(), false);
            locked.complete(clock.instant());
        });
    }

    private static String lastCursor() {
        return tw.ecard.kit.http.Cursor.at(1_000_000).text();
    }

    private static String path(UUID application) {
        return "/v1/applications/" + application + "/cards";
    }
}
