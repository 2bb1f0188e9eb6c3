package tw.ecard.benchmarks.queueing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import tw.ecard.benchmarks.importing.Importing;
import tw.ecard.benchmarks.people.RosterFiles;
import tw.ecard.benchmarks.stack.CommitListener;
import tw.ecard.benchmarks.stack.Desk;
import tw.ecard.benchmarks.stack.Infrastructure;
import tw.ecard.benchmarks.stack.Lab;
import tw.ecard.benchmarks.stack.MeasuredDatabase;

/** Cases with very many readers, one at a time: imported, admitted, claimed and issued by the two packaged services. */
final class LargeCases {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LAST_ROW = "SELECT max(sheet_row) FROM reader";
    private static final String LAST_CARD = "SELECT last_serial FROM card_block WHERE application_id = '%s'";
    private static final String EVENT = """
            SELECT octet_length(body) FROM outbox
            WHERE subject = '%s' AND type = 'tw.ecard.cards.issued.v1'""";

    private final RosterFiles files;
    private final int readers;
    private final Lab lab;

    /** What became of one. @param seconds until the last card was shown @param eventBytes what the services exchanged */
    record Issued(double seconds, int eventBytes) {}

    LargeCases(RosterFiles files, int readers, Lab lab) {
        this.files = files;
        this.readers = readers;
        this.lab = lab;
    }

    /** Makes the case ready and issues it; time runs from the clerk's call until the last card is shown. */
    Issued issueOne() throws IOException, InterruptedException, SQLException {
        Infrastructure infrastructure = lab.infrastructure();
        Desk desk = lab.desk();
        try (CommitListener claimable = new CommitListener(
                        infrastructure.queueDatabase().connectAsSuperuser(),
                        "benchmark_large_claimable",
                        "INSERT OR UPDATE OF state ON ticket",
                        "NEW.application_id::text",
                        "NEW.state = 'WAITING'");
                CommitListener completed = new CommitListener(
                        infrastructure.registrationDatabase().connectAsSuperuser(),
                        "benchmark_large_completed",
                        "UPDATE OF status ON application",
                        "NEW.id::text",
                        "NEW.status = 'COMPLETED'")) {
            UUID application =
                    new Importing(lab).accepted(lab.imports().approvedApplication(), files.ods(readers), readers);
            claimable.await(application.toString(), PATIENCE);
            Desk.Claimed claimed = desk.takesUp(application);
            MeasuredDatabase registration = infrastructure.registrationDatabase();
            long lastRow = Long.parseLong(registration.ask(LAST_ROW));

            long begin = System.nanoTime();
            desk.issues(claimed);
            completed.await(application.toString(), PATIENCE);
            String last = lastCard(application, lastRow);
            double seconds = (System.nanoTime() - begin) / 1e9;

            requireLast(last, registration.ask(LAST_CARD.formatted(application)));
            int eventBytes = Integer.parseInt(infrastructure.queueDatabase().ask(EVENT.formatted(application)));
            return new Issued(seconds, eventBytes);
        }
    }

    private String lastCard(UUID application, long lastRow) throws IOException, InterruptedException {
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Long.toString(lastRow - 1).getBytes(StandardCharsets.US_ASCII));
        return lab.school()
                .cardsAfter(application, cursor)
                .path("items")
                .path(0)
                .path("cardNumber")
                .asText();
    }

    private static void requireLast(String card, String lastSerial) {
        if (!card.substring(5, 13).equals("%08d".formatted(Long.parseLong(lastSerial)))) {
            throw new IllegalStateException("the last card is " + card + ", the last serial " + lastSerial);
        }
    }
}
