package tw.ecard.registration.lane;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tw.ecard.kit.sql.Sql;

/** Counts what stands before tickets: one pass over a lane's open cases, for however many tickets are asked about. */
@ApplicationScoped
public class Standings {

    /** The tickets asked about cut the lane into stretches; each stretch is counted once. */
    private static final String BETWEEN_TICKETS = """
            SELECT width_bucket(ticket, CAST(? AS bigint[])) AS stretch, count(*) AS cases,
                coalesce(sum(readers), 0) AS readers
            FROM queue_place
            WHERE lane = ? AND state IN ('WAITING', 'IN_WORK') AND ticket < ?
            GROUP BY stretch""";

    private final Sql sql;

    Standings(Sql sql) {
        this.sql = sql;
    }

    /** What stands before each place that is not over, by its application. */
    public Map<UUID, Standing> before(Collection<QueuePlace> places) {
        Map<UUID, Standing> standings = new HashMap<>();
        places.stream()
                .filter(place -> place.state() != PlaceState.DONE)
                .collect(Collectors.groupingBy(QueuePlace::lane))
                .forEach((lane, of) -> standings.putAll(before(lane, of)));
        return standings;
    }

    private Map<UUID, Standing> before(Lane lane, List<QueuePlace> places) {
        Long[] tickets = places.stream().map(QueuePlace::ticket).sorted().toArray(Long[]::new);
        Map<Integer, Standing> stretches = new HashMap<>();
        sql.list(
                        row -> Map.entry(
                                row.getInt("stretch"), new Standing(row.getLong("cases"), row.getLong("readers"))),
                        BETWEEN_TICKETS,
                        tickets,
                        lane,
                        tickets[tickets.length - 1])
                .forEach(stretch -> stretches.put(stretch.getKey(), stretch.getValue()));
        Map<Long, Standing> byTicket = new HashMap<>();
        Standing soFar = Standing.FIRST;
        for (int i = 0; i < tickets.length; i++) {
            soFar = soFar.and(stretches.getOrDefault(i, Standing.FIRST));
            byTicket.put(tickets[i], soFar);
        }
        return places.stream()
                .collect(Collectors.toMap(QueuePlace::application, place -> byTicket.get(place.ticket())));
    }
}
