package tw.ecard.registration.vault;

import java.util.UUID;

/**
 * A person as 128 bits that only the person key makes of a national ID. Equal for equal people, and nothing else can be
 * learned from it; 128 bits, so that two of all the people there ever were are never taken for one.
 */
public record PersonHash(long high, long low) {

    /** As the database keeps it: its type uuid holds exactly these 16 bytes, without a length. */
    public UUID toUuid() {
        return new UUID(high, low);
    }
}
