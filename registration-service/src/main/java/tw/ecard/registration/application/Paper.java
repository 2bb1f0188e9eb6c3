package tw.ecard.registration.application;

/**
 * A paper that staff look at, told by what is in it: another scan is another paper.
 *
 * @param sha256 of the file as it was sent, 64 hexadecimal digits
 */
public record Paper(AttachmentKind kind, String sha256) {}
