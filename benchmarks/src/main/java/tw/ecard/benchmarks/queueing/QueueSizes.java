package tw.ecard.benchmarks.queueing;

/**
 * How much there is to do in the measures of the queue.
 *
 * @param calls claims, or tickets drawn, in a turn
 * @param open cases that wait where the time of a claim is taken
 * @param closed cases that are done where there are many
 * @param events sent by the relay in a turn
 * @param journeys cases in a turn that go from one service to the other
 */
public record QueueSizes(int calls, int open, int closed, int events, int journeys) {

    /** @param percent of the usual sizes */
    public static QueueSizes of(int percent) {
        return new QueueSizes(20 * percent, 100 * percent, 10_000 * percent, 200 * percent, Math.max(1, percent / 2));
    }
}
