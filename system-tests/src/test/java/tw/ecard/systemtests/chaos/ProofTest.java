package tw.ecard.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.ecard.systemtests.chaos.Evidence.Place;
import tw.ecard.systemtests.chaos.Writers.Completion;

/** Evidence that is sound but for one thing: the proof has to name it, and nothing else. */
class ProofTest {

    private static final Place A = new Place(11, "a");
    private static final Place B = new Place(12, "b");
    private static final Place C = new Place(13, "c");
    private static final Place D = new Place(14, "d");

    private long last = D.number();
    private List<Place> drawn = places(A, B, C, D);
    private List<Place> committed = places(A, B, C, D);
    private List<Place> admitted = places(A, B, C, D);
    private List<Place> claimed = places(A, B, C, D);
    private final Map<String, Completion> completions = new HashMap<>(Map.of(
            "a", new Completion(0, 2),
            "b", new Completion(1, 4),
            "c", new Completion(3, 5),
            "d", new Completion(6, 7)));
    private final Set<String> withdrawn = new HashSet<>();
    private final List<String> troubles = new ArrayList<>();

    @Test
    void what_is_in_order_has_no_breach() {
        assertThat(breaches()).isEmpty();
    }

    @Test
    void completions_that_overlapped_may_stand_either_way() {
        completions.put("a", new Completion(1, 4));
        completions.put("b", new Completion(0, 2));
        assertThat(breaches()).isEmpty();
    }

    @Test
    void who_withdrew_need_not_be_claimed_and_may_be() {
        withdrawn.addAll(List.of("b", "c"));
        claimed.remove(B);
        assertThat(breaches()).isEmpty();
    }

    @Test
    void a_gap_is_named() {
        for (List<Place> places : List.of(drawn, committed, admitted, claimed)) {
            places.remove(B);
        }
        completions.remove("b");
        assertThat(breaches()).containsExactly("never drawn: 12");
    }

    @Test
    void a_gap_at_the_end_is_named() {
        last = 15;
        assertThat(breaches()).containsExactly("never drawn: 15");
    }

    @Test
    void a_number_of_two_applications_is_named() {
        Place again = new Place(12, "e");
        drawn.add(2, again);
        committed.add(2, again);
        admitted.add(2, again);
        claimed.add(2, again);
        assertThat(breaches()).containsExactly("drawn twice: 12");
    }

    @Test
    void an_application_with_two_numbers_is_named() {
        Place again = new Place(15, "b");
        last = 15;
        for (List<Place> places : List.of(drawn, committed, admitted, claimed)) {
            places.add(again);
        }
        completions.remove("b");
        assertThat(breaches()).containsExactly("drawn twice: b");
    }

    @Test
    void numbers_in_another_order_than_their_commits_are_named() {
        Collections.swap(committed, 1, 2);
        assertThat(breaches()).containsExactly("committed out of order: 12 of b after 13 of c");
    }

    @Test
    void somebody_complete_and_without_a_number_is_named() {
        completions.put("e", new Completion(8, 9));
        assertThat(breaches()).containsExactly("complete, and without a number: e");
    }

    @Test
    void somebody_overtaken_by_who_asked_later_is_named() {
        completions.put("b", new Completion(8, 9));
        assertThat(breaches()).containsExactly("overtaken: 13 of c", "overtaken: 14 of d");
    }

    @Test
    void a_case_that_never_arrived_is_named() {
        admitted.remove(C);
        assertThat(breaches()).containsExactly("never admitted: 13 of c");
    }

    @Test
    void a_case_that_arrived_under_anothers_number_is_named() {
        admitted.set(1, new Place(12, "x"));
        assertThat(breaches()).containsExactly("never admitted: 12 of b", "admitted and never drawn: 12 of x");
    }

    @Test
    void two_claims_the_wrong_way_round_are_named() {
        Collections.swap(claimed, 1, 2);
        assertThat(breaches()).containsExactly("claimed out of order: 12 of b after 13 of c");
    }

    @Test
    void a_case_that_was_passed_over_is_named() {
        claimed = places(B, C, D, A);
        assertThat(breaches()).containsExactly("claimed out of order: 11 of a after 14 of d");
    }

    @Test
    void a_case_claimed_by_two_is_named() {
        claimed.add(2, B);
        assertThat(breaches()).containsExactly("claimed twice: 12 of b");
    }

    @Test
    void a_case_that_nobody_got_is_named() {
        claimed.remove(D);
        assertThat(breaches()).containsExactly("never claimed: 14 of d");
    }

    @Test
    void whoever_withdrew_is_claimed_in_order_or_not_at_all() {
        withdrawn.add("b");
        claimed = places(A, C, B, D);
        assertThat(breaches()).containsExactly("claimed out of order: 12 of b after 13 of c");
    }

    @Test
    void what_no_run_may_leave_behind_is_named() {
        troubles.add("not applied in queue: 1");
        assertThat(breaches()).containsExactly("not applied in queue: 1");
    }

    private List<String> breaches() {
        return Proof.breaches(
                new Evidence(10, last, drawn, committed, admitted, completions, withdrawn, claimed, troubles));
    }

    private static List<Place> places(Place... places) {
        return new ArrayList<>(Arrays.asList(places));
    }
}
