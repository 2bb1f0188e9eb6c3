package tw.ecard.queue.lane;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A queue of its own, with numbers of its own. */
public enum Lane {
    /** 審核: the library looks at the papers and agrees, or does not. */
    REVIEW,
    /** 製證: the reader data is in, cards are made. */
    ISSUANCE;

    /** The name in a path: {@code review}, {@code issuance}. */
    public String pathName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Lane> ofPathName(String name) {
        return Arrays.stream(values())
                .filter(lane -> lane.pathName().equals(name))
                .findFirst();
    }
}
