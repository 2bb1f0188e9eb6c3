package tw.ecard.registration.upload;

import tw.ecard.kit.problem.Refusal;

/** Uploads that are not even looked into. */
public abstract sealed class UploadRefusal extends Refusal {

    private static final long serialVersionUID = 1L;
    private static final long MEBIBYTE = 1 << 20;

    private UploadRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** The request has no part of the name {@code file}. */
    public static final class FileRequired extends UploadRefusal {
        private static final long serialVersionUID = 1L;

        public FileRequired() {
            super(Kind.INVALID, "file-required");
        }
    }

    /** The file is larger than the limit. */
    public static final class FileTooLarge extends UploadRefusal {
        private static final long serialVersionUID = 1L;

        public FileTooLarge(long maximumBytes) {
            super(Kind.TOO_LARGE, "file-too-large");
            tell("maximumMebibytes", maximumBytes / MEBIBYTE);
        }
    }
}
