package tw.ecard.systemtests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import tw.ecard.systemtests.actor.Lane;
import tw.ecard.systemtests.stack.Answer;
import tw.ecard.systemtests.stack.Call;
import tw.ecard.systemtests.stack.Identities;

/** Clerks who claim what is first, whichever replica answers. */
final class Claimants {

    private final Replicas queue;
    private final Identities identities;
    private final Queue<Claim> claims = new ConcurrentLinkedQueue<>();

    /**
     * A case that a clerk was given.
     *
     * @param leaseUntil all leases are of one length and begin with the claim: their ends are in the order of claims
     */
    record Claim(String application, long number, OffsetDateTime leaseUntil) {}

    Claimants(Replicas queue, Identities identities) {
        this.queue = queue;
        this.identities = identities;
    }

    /** Claims once; the key makes a claim whose answer was lost the same one. @return whether there was a case */
    boolean claim(Random dice, String clerk) {
        String key = UUID.randomUUID().toString();
        Answer answer = queue.persistently(
                dice,
                at -> Call.post(at + "/v1/lanes/" + Lane.REVIEW.path() + "/claims")
                        .as(identities.user(clerk))
                        .idempotencyKey(key));
        if (answer.status() == 204) {
            return false;
        }
        JsonNode found = answer.expect(200).json();
        claims.add(new Claim(
                found.path("applicationId").asText(),
                found.path("number").asLong(),
                OffsetDateTime.parse(found.path("leaseUntil").asText())));
        return true;
    }

    /** All claims, the first first. */
    List<Claim> inOrder() {
        return claims.stream().sorted(Comparator.comparing(Claim::leaseUntil)).toList();
    }
}
