package tw.ecard.systemtests.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.ecard.systemtests.chaos.Writers.Completion;

/**
 * What is left of a turmoil, as the databases tell it and as the callers saw it.
 *
 * @param base the last number drawn before
 * @param last the last number drawn, as the counter says
 * @param drawn by number
 * @param committed in the order of the commits that drew the numbers
 * @param admitted by number
 * @param completions of the applications whose completion was answered
 * @param withdrawn applications that may have left before their turn
 * @param claimed in the order of the claims
 * @param troubles what no run may leave behind, whatever its order, each in words
 */
record Evidence(
        long base,
        long last,
        List<Place> drawn,
        List<Place> committed,
        List<Place> admitted,
        Map<String, Completion> completions,
        Set<String> withdrawn,
        List<Place> claimed,
        List<String> troubles) {

    /** A number and whose it is. */
    record Place(long number, String application) {

        @Override
        public String toString() {
            return number + " of " + application;
        }
    }
}
