package tw.ecard.benchmarks.queueing;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Target;
import tw.ecard.benchmarks.measure.Turns;
import tw.ecard.benchmarks.people.RosterFiles;
import tw.ecard.benchmarks.stack.Lab;
import tw.ecard.benchmarks.stack.MeasuredDatabase;

/** How long it takes until every reader of a large case has a card, against writing a number into each row. */
public final class IssuingLargeCase implements Measure {

    private static final String[] COPY = {
        "DROP TABLE IF EXISTS reader_with_card",
        "CREATE TABLE reader_with_card (LIKE reader INCLUDING ALL, card_number text)",
        "INSERT INTO reader_with_card SELECT * FROM reader",
        "VACUUM ANALYZE reader_with_card",
        "CHECKPOINT"
    };
    private static final String NUMBER =
            "UPDATE reader_with_card SET card_number = 'EC115' || lpad(ordinal::text, 8, '0') || ordinal % 10";

    private final LargeCases cases;
    private final int readers;
    private final Lab lab;
    private final Turns turns;

    public IssuingLargeCase(RosterFiles files, int readers, Lab lab, Turns turns) {
        this.cases = new LargeCases(files, readers, lab);
        this.readers = readers;
        this.lab = lab;
        this.turns = turns;
    }

    @Override
    public String name() {
        return "queue-issue";
    }

    @Override
    public String meaning() {
        return "time until all cards of %,d readers are visible ÷ one UPDATE of the same rows".formatted(readers);
    }

    @Override
    public Target target() {
        return Target.atMost(1.5);
    }

    @Override
    public Outcome take() throws Exception {
        return turns.compare("ms", "issued", () -> 1e3 * cases.issueOne().seconds(), "UPDATE", () -> 1e3 * update());
    }

    private double update() throws IOException, SQLException {
        MeasuredDatabase database = lab.infrastructure().registrationDatabase();
        database.execute(COPY);
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            long begin = System.nanoTime();
            int rows = statement.executeUpdate(NUMBER);
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (rows != readers) {
                throw new IllegalStateException("%d rows instead of %d".formatted(rows, readers));
            }
            return seconds;
        }
    }
}
