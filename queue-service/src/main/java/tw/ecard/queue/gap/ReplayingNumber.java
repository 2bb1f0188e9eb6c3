package tw.ecard.queue.gap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import tw.ecard.kit.inbox.DeadLetter;
import tw.ecard.kit.inbox.DeadLetters;
import tw.ecard.queue.gap.DrawnNumbers.Drawn;
import tw.ecard.queue.intake.ApplicationEvents;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.refusal.QueueRefusal;

/** Fetches one number's events and takes them in now, among them one that failed before. */
@ApplicationScoped
class ReplayingNumber {

    private final FetchingNumbers numbers;
    private final DeadLetters letters;

    ReplayingNumber(FetchingNumbers numbers, DeadLetters letters) {
        this.numbers = numbers;
        this.letters = letters;
    }

    /** Refuses when nobody stands behind the number, or an event of its application still cannot be applied. */
    void replay(Lane lane, long number) {
        Drawn drawn = numbers.at(lane, number).orElseThrow(() -> new QueueRefusal.NobodyBehindNumber(lane, number));
        boolean taken = numbers.take(drawn);
        openLetter(drawn).ifPresent(letter -> letters.replay(letter.id()));
        Optional<DeadLetter> stillOpen = openLetter(drawn);
        if (!taken || stillOpen.isPresent()) {
            throw new QueueRefusal.ReplayFailed(
                    lane, number, stillOpen.map(DeadLetter::id).orElse(null));
        }
    }

    private Optional<DeadLetter> openLetter(Drawn drawn) {
        return letters.openOf(ApplicationEvents.TOPIC, drawn.applicationId().toString());
    }
}
