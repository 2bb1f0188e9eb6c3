package tw.ecard.registration.roster;

/**
 * Decides what a follower of a check hears of each look at it: news, the end, or nothing; and after long silence a sign
 * that somebody is still there, so that nothing on the way takes the connection for dead. One for each follower.
 */
final class ProgressWatch {

    private final int looksOfSilence;
    private Roster told;
    private int silent;

    ProgressWatch(int looksOfSilence) {
        this.looksOfSilence = looksOfSilence;
    }

    /** What there is to say. */
    enum Sign {
        NOTHING,
        STILL_THERE,
        PROGRESS,
        FINISHED
    }

    /** A look and what there is to say of it. */
    record Look(Sign sign, Roster roster) {}

    Look look(Roster roster) {
        return new Look(sign(roster), roster);
    }

    private Sign sign(Roster roster) {
        if (roster.status().isFinished()) {
            return Sign.FINISHED;
        }
        if (told == null || !roster.hasSameProgress(told)) {
            told = roster;
            silent = 0;
            return Sign.PROGRESS;
        }
        silent = (silent + 1) % looksOfSilence;
        return silent == 0 ? Sign.STILL_THERE : Sign.NOTHING;
    }
}
