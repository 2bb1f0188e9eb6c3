package tw.ecard.queue.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;

/**
 * A case as it comes in.
 *
 * @param number its place, drawn by registration-service: gap-free, in the order of commits
 * @param round 1, and one more after each correction
 * @param application all of it told but, perhaps, the institution's kind
 * @param arrivedAt what starts its clock
 * @param roster the accepted roster; null in review
 * @param papers what lies with it; none when it was not told
 */
public record Arrival(
        Lane lane,
        long number,
        Application application,
        Speed speed,
        int round,
        Instant arrivedAt,
        AcceptedRoster roster,
        List<Paper> papers) {

    public Arrival {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(application.id(), "applicationId");
        Objects.requireNonNull(application.receiptNumber(), "receiptNumber");
        Objects.requireNonNull(application.institutionCode(), "institutionCode");
        Objects.requireNonNull(application.institutionName(), "institutionName");
        Objects.requireNonNull(speed, "speed");
        Objects.requireNonNull(arrivedAt, "arrivedAt");
        papers = List.copyOf(papers);
        if (number < 1 || round < 1) {
            throw new IllegalArgumentException("number and round begin with 1: " + number + ", " + round);
        }
        if ((lane == Lane.ISSUANCE) != (roster != null)) {
            throw new IllegalArgumentException("a case of issuance has a roster, one of review has none");
        }
    }
}
