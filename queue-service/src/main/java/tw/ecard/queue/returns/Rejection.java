package tw.ecard.queue.returns;

import java.time.Instant;
import tw.ecard.queue.reason.RejectionReason;

/** @param reason what staff wrote */
public record Rejection(RejectionReason code, String reason, String rejectedBy, Instant rejectedAt) {}
