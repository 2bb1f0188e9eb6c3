package tw.ecard.benchmarks.memory;

/** Looks for the smallest heap that serves, in as few attempts as it can: those that do not are the slow ones. */
final class HeapSearch {

    private final int step;
    private final int most;

    /** Whether a service with a heap of so many megabytes does what it should. */
    @FunctionalInterface
    interface Trial {
        boolean serves(int megabytes) throws Exception;
    }

    /**
     * @param step in megabytes; the result lies this far above one that does not serve
     * @param most beyond which no attempt is made
     */
    HeapSearch(int step, int most) {
        this.step = step;
        this.most = most;
    }

    /** The smallest heap that serves, from one on that is tried first; throws when there is none. */
    int smallestFrom(int from, Trial trial) throws Exception {
        if (trial.serves(from)) {
            return from;
        }
        int tooSmall = 0;
        int enough = 1;
        while (!trial.serves(from + enough * step)) {
            tooSmall = enough;
            enough *= 2;
            if (from + enough * step > most) {
                throw new IllegalStateException("not even with " + (from + tooSmall * step) + " MB");
            }
        }
        while (enough - tooSmall > 1) {
            int middle = (tooSmall + enough) / 2;
            if (trial.serves(from + middle * step)) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        return from + enough * step;
    }
}
