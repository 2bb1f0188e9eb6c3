package tw.ecard.queue.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import tw.ecard.queue.refusal.QueueRefusal;

/**
 * That a clerk has a case. After its end whoever had it can do nothing with it any more.
 *
 * @param until its end, which is not part of it
 */
@Embeddable
public record Lease(
        @Column(name = "claimed_by") String clerk,
        @Column(name = "lease_until") Instant until) {

    public Lease {
        Objects.requireNonNull(clerk, "clerk");
        Objects.requireNonNull(until, "until");
    }

    boolean isOver(Instant now) {
        return !now.isBefore(until);
    }

    /** Refuses unless it is this clerk's, and not over. */
    void requireHeldBy(String wanted, Instant now) {
        if (!clerk.equals(wanted)) {
            throw new QueueRefusal.NotTheClaimant();
        }
        if (isOver(now)) {
            throw new QueueRefusal.LeaseExpired();
        }
    }
}
