package tw.ecard.systemtests.chaos;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import tw.ecard.systemtests.chaos.Evidence.Place;
import tw.ecard.systemtests.chaos.Writers.Completion;

/**
 * That cases were claimed in the order of their tickets, which is the order of the commits that completed them; that no
 * number is missing, nothing happened twice and nothing was lost.
 */
final class Proof {

    private final Evidence evidence;
    private final List<String> breaches = new ArrayList<>();

    private Proof(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Every breach of the order in words, with numbers and applications; none when the proof holds. */
    static List<String> breaches(Evidence evidence) {
        Proof proof = new Proof(evidence);
        proof.hasNoGap();
        proof.isInOrder("committed", evidence.drawn(), evidence.committed());
        proof.isInOrder("admitted", evidence.drawn(), evidence.admitted());
        proof.hasEverybodyWhoWasToldSo();
        proof.hasNobodyOvertaken();
        proof.isInOrder("claimed", proof.toBeClaimed(), evidence.claimed());
        proof.breaches.addAll(evidence.troubles());
        return proof.breaches;
    }

    private void hasNoGap() {
        List<Long> numbers = evidence.drawn().stream().map(Place::number).toList();
        Set<Long> known = new HashSet<>(numbers);
        LongStream.rangeClosed(evidence.base() + 1, evidence.last())
                .filter(number -> !known.contains(number))
                .forEach(number -> breaches.add("never drawn: " + number));
        breaches.addAll(twice("drawn twice: ", numbers));
        breaches.addAll(twice("drawn twice: ", applications(evidence.drawn())));
    }

    /** Each of the places once, and none before a lower one. */
    private void isInOrder(String done, List<Place> places, List<Place> happened) {
        Set<Place> expected = new HashSet<>(places);
        Set<Place> once = new LinkedHashSet<>(happened);
        breaches.addAll(twice(done + " twice: ", happened));
        places.stream()
                .filter(place -> !once.contains(place))
                .forEach(place -> breaches.add("never " + done + ": " + place));
        Place highest = new Place(Long.MIN_VALUE, "");
        for (Place place : once) {
            if (!expected.contains(place)) {
                breaches.add(done + " and never drawn: " + place);
            } else if (place.number() < highest.number()) {
                breaches.add(done + " out of order: " + place + " after " + highest);
            } else {
                highest = place;
            }
        }
    }

    private void hasEverybodyWhoWasToldSo() {
        Set<String> known = new HashSet<>(applications(evidence.drawn()));
        evidence.completions().keySet().stream()
                .filter(application -> !known.contains(application))
                .forEach(application -> breaches.add("complete, and without a number: " + application));
    }

    /** Complete before somebody with a lower number had even asked to be. */
    private void hasNobodyOvertaken() {
        long latestBegin = Long.MIN_VALUE;
        for (Place place : evidence.drawn()) {
            Completion completion = evidence.completions().get(place.application());
            if (completion != null) {
                if (completion.ended() < latestBegin) {
                    breaches.add("overtaken: " + place);
                }
                latestBegin = Math.max(latestBegin, completion.began());
            }
        }
    }

    /** Who withdrew may have been claimed before. */
    private List<Place> toBeClaimed() {
        Set<Place> claimed = new HashSet<>(evidence.claimed());
        return evidence.drawn().stream()
                .filter(place ->
                        claimed.contains(place) || !evidence.withdrawn().contains(place.application()))
                .toList();
    }

    private static <T> List<String> twice(String what, List<T> all) {
        Set<T> seen = new HashSet<>();
        return all.stream().filter(one -> !seen.add(one)).map(one -> what + one).toList();
    }

    private static List<String> applications(List<Place> places) {
        return places.stream().map(Place::application).toList();
    }
}
