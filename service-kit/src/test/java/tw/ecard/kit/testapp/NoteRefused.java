package tw.ecard.kit.testapp;

import java.time.Duration;
import tw.ecard.kit.problem.Refusal;

/** Refuses with any kind, so that each kind's status can be seen. */
class NoteRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    NoteRefused(Kind kind) {
        super(kind, "note-refused");
        tell("kind", kind.name());
        if (kind == Kind.BUSY) {
            tellRetryAfter(Duration.ofMillis(2_500));
        }
    }
}
