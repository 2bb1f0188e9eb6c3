package tw.ecard.queue.office;

import java.util.List;
import tw.ecard.queue.ticket.MovedCase;

/**
 * The open cases that a change of the calendar moves.
 *
 * @param count how many
 * @param first the first of them, lane by lane in their order: an answer has to stay readable
 */
record Moves(int count, List<MovedCase> first) {

    static final int SHOWN = 200;

    static Moves of(List<MovedCase> all) {
        return new Moves(all.size(), List.copyOf(all.subList(0, Math.min(SHOWN, all.size()))));
    }
}
