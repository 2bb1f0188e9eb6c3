package tw.ecard.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tw.ecard.systemtests.actor.Contact;
import tw.ecard.systemtests.actor.Institution;
import tw.ecard.systemtests.actor.Paper;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Call;

/** Schools that apply and complete their papers, and now and then withdraw. */
final class Writers {

    private static final int ONE_WITHDRAWS_OF = 20;

    private final Replicas registration;
    private final Institution school;
    private final Map<String, Completion> completions = new ConcurrentHashMap<>();
    private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();

    /** When the call that completed the papers was first sent and when its answer was there. */
    record Completion(long began, long ended) {}

    Writers(Replicas registration, Institution school) {
        this.registration = registration;
        this.school = school;
    }

    /** Brings one application as far as its ticket. */
    void bringOne(Random dice) {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = school.application(Institution.documentNumber(), Contact.unique());
        String id = send(
                        dice,
                        at -> Call.post(at + "/v1/applications")
                                .idempotencyKey(key)
                                .json(body))
                .expect(201)
                .json()
                .path("id")
                .asText();
        handIn(dice, id, Paper.APPLICATION_FORM);
        long began = System.nanoTime();
        handIn(dice, id, Paper.CONSENT_DECLARATION);
        completions.put(id, new Completion(began, System.nanoTime()));
        if (dice.nextInt(ONE_WITHDRAWS_OF) == 0) {
            withdraw(dice, id);
        }
    }

    Map<String, Completion> completions() {
        return completions;
    }

    Set<String> withdrawn() {
        return withdrawn;
    }

    /** What was taken although its answer was lost is out of order the second time. */
    private void handIn(Random dice, String id, Paper paper) {
        Answer answer = send(
                dice,
                at -> Call.put(at + "/v1/applications/" + id + "/attachments/" + paper.kind())
                        .file(paper.fileName(), paper.content()));
        assertThat(answer.status() == 201 || answer.status() == 200 || isOutOfOrder(answer))
                .as(answer + " " + answer.text())
                .isTrue();
    }

    private void withdraw(Random dice, String id) {
        Answer answer = send(dice, at -> Call.post(at + "/v1/applications/" + id + "/withdrawal"));
        assertThat(answer.status() == 200 || isOutOfOrder(answer))
                .as(answer + " " + answer.text())
                .isTrue();
        withdrawn.add(id);
    }

    private static boolean isOutOfOrder(Answer answer) {
        return answer.problem().equals("step-out-of-order");
    }

    private Answer send(Random dice, Function<String, Call> call) {
        return registration.persistently(dice, at -> call.apply(at).as(school.token()));
    }
}
