package tw.ecard.systemtests.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import tw.ecard.localstack.service.ServiceProcess;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Await;
import tw.ecard.systemtests.stack.Call;

/** The processes of one service; callers do not know which of them live. */
record Replicas(List<ServiceProcess> processes) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FIRST_FAILURE = 500;

    /**
     * Sends the call until a replica gives an answer that is one: a broken connection, a failure inside and a call that
     * still runs are none.
     *
     * @param call made for the address of a replica; repeatable
     */
    Answer persistently(Random dice, Function<String, Call> call) {
        return Await.until("an answer", PATIENCE, () -> once(dice, call), Replicas::isAnswer);
    }

    private Answer once(Random dice, Function<String, Call> call) {
        String url = processes.get(dice.nextInt(processes.size())).url();
        try {
            return call.apply(url).trySend();
        } catch (IOException killed) {
            return null;
        }
    }

    private static boolean isAnswer(Answer answer) {
        return answer != null
                && answer.status() < FIRST_FAILURE
                && !answer.problem().equals("operation-still-running");
    }
}
