package tw.ecard.queue.ticket;

import java.time.Instant;
import java.util.Map;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.clock.ClockState;

/**
 * Which tickets of a lane are wanted.
 *
 * @param state only these; null for all
 * @param clock only those whose clock reads so; null for all
 * @param now leases end and days begin by it
 */
public record TicketFilter(TicketState state, ClockState clock, Instant now) {

    String conditions(Map<String, Object> parameters) {
        return (state == null ? "" : " and " + stateCondition(parameters))
                + (clock == null ? "" : " and " + clockCondition(parameters));
    }

    /** By what a case is now, not by what is written: a case whose lease has run out waits again. */
    private String stateCondition(Map<String, Object> parameters) {
        return switch (state) {
            case WAITING -> {
                parameters.put("now", now);
                yield "(state = WAITING or (state = IN_WORK and lease.until <= :now))";
            }
            case IN_WORK -> {
                parameters.put("now", now);
                yield "state = IN_WORK and lease.until > :now";
            }
            // Named, not a parameter: only so the database knows that the index of the open cases has them all.
            default -> "state = " + state;
        };
    }

    private String clockCondition(Map<String, Object> parameters) {
        if (clock == ClockState.PAUSED) {
            return "state = RETURNED";
        }
        if (clock == ClockState.DONE) {
            return "state = DONE";
        }
        parameters.put("today", Taipei.dayOf(now));
        String running = "state in (WAITING, IN_WORK) and ";
        return running
                + switch (clock) {
                    case OVERDUE -> "dueOn < :today";
                    case DUE_SOON -> "dueSoonOn <= :today and (dueOn is null or dueOn >= :today)";
                    default -> "(dueSoonOn is null or dueSoonOn > :today)";
                };
    }
}
