package tw.ecard.kit.http;

import tw.ecard.kit.problem.Refusal;

/** Requests that break a convention all resources share. */
public abstract sealed class HttpRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private HttpRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** There is no such thing, or none that the caller may see. */
    public static final class NotFound extends HttpRefusal {
        private static final long serialVersionUID = 1L;

        public NotFound() {
            super(Kind.NOT_FOUND, "not-found");
        }
    }

    /** A change without If-Match. */
    public static final class RevisionRequired extends HttpRefusal {
        private static final long serialVersionUID = 1L;

        public RevisionRequired() {
            super(Kind.REVISION_MISSING, "revision-required");
        }
    }

    /** If-Match names a revision that is no longer the present one. */
    public static final class StaleRevision extends HttpRefusal {
        private static final long serialVersionUID = 1L;

        public StaleRevision() {
            super(Kind.STALE, "stale-revision");
        }
    }

    /** A cursor that no page gave. */
    public static final class InvalidCursor extends HttpRefusal {
        private static final long serialVersionUID = 1L;

        public InvalidCursor() {
            super(Kind.INVALID, "invalid-cursor");
        }
    }

    /** A waiting time that is none, or too long. */
    public static final class InvalidWait extends HttpRefusal {
        private static final long serialVersionUID = 1L;

        public InvalidWait(long maximumSeconds) {
            super(Kind.INVALID, "invalid-wait");
            tell("maximumSeconds", maximumSeconds);
        }
    }

    /** A page size outside its bounds. */
    public static final class InvalidPageSize extends HttpRefusal {
        private static final long serialVersionUID = 1L;

        public InvalidPageSize(int maximum) {
            super(Kind.INVALID, "invalid-page-size");
            tell("maximum", maximum);
        }
    }
}
