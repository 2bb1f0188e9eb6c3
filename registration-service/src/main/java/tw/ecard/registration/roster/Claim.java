package tw.ecard.registration.roster;

import java.time.Instant;
import java.util.UUID;

/**
 * A roster that one worker has taken to check.
 *
 * @param token changes with every claim: who holds an older one can no longer decide anything
 * @param receivedAt of the upload
 * @param attempt the how manieth it is, from 1; checks that a stopping service broke off do not count
 */
record Claim(UUID rosterId, UUID applicationId, UUID fileId, UUID token, Instant receivedAt, int attempt) {}
