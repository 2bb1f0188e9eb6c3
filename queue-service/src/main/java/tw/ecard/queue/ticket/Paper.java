package tw.ecard.queue.ticket;

import java.util.Objects;

/**
 * A paper of a case, told by what is in it: another scan is another paper.
 *
 * @param sha256 of the file, 64 hexadecimal digits
 */
public record Paper(PaperKind kind, String sha256) {
    public Paper {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sha256, "sha256");
    }
}
