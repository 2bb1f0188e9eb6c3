package tw.ecard.registration.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats that papers are taken in, told by their first bytes and never by their name. */
enum DocumentFormat {
    PDF("pdf", "application/pdf", 0, "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    PNG("png", "image/png", 0, new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
    JPEG("jpg", "image/jpeg", 0, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
    /** A zip whose first entry, unpacked, is called mimetype and names the type (OpenDocument 1.3, part 2, 3.3). */
    ODT(
            "odt",
            "application/vnd.oasis.opendocument.text",
            30,
            "mimetypeapplication/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));

    /** As many first bytes as every signature needs. */
    static final int HEAD = 128;

    private final String extension;
    private final String mediaType;
    private final int offset;
    private final byte[] signature;

    DocumentFormat(String extension, String mediaType, int offset, byte[] signature) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.offset = offset;
        this.signature = signature;
    }

    /** The format that these first bytes begin. */
    static Optional<DocumentFormat> of(byte[] head) {
        return Arrays.stream(values()).filter(format -> format.begins(head)).findFirst();
    }

    private boolean begins(byte[] head) {
        int end = offset + signature.length;
        return head.length >= end && Arrays.equals(head, offset, end, signature, 0, signature.length);
    }

    String extension() {
        return extension;
    }

    String mediaType() {
        return mediaType;
    }
}
