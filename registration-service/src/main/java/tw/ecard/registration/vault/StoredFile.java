package tw.ecard.registration.vault;

import java.util.UUID;

/**
 * A file in the vault.
 *
 * @param size bytes of the plain file
 * @param sha256 of the plain file, in hexadecimal
 */
public record StoredFile(UUID id, long size, String sha256) {}
