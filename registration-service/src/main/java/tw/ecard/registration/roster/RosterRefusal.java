package tw.ecard.registration.roster;

import java.time.Duration;
import java.util.Locale;
import tw.ecard.kit.problem.Refusal;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet;
import tw.ecard.registration.spreadsheet.UnreadableSpreadsheet.Reason;

/** What is refused about rosters beyond what their application refuses. */
abstract sealed class RosterRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private RosterRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** Nothing is left to call off. */
    static final class NotInValidation extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        NotInValidation(RosterStatus status) {
            super(Kind.CONFLICT, "roster-not-in-validation");
            tell("rosterStatus", status);
        }
    }

    /** Others get their copies at present. */
    static final class AnnotatedFilesBusy extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        AnnotatedFilesBusy(Duration pause) {
            super(Kind.BUSY, "annotated-files-busy");
            tellRetryAfter(pause);
        }
    }

    /** Nobody knows yet what is wrong. */
    static final class AnnotatedFileNotReady extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        AnnotatedFileNotReady(RosterStatus status) {
            super(Kind.CONFLICT, "annotated-file-not-ready");
            tell("rosterStatus", status);
        }
    }

    /** No row has anything to be told: all is good, or the file was returned or given up as a whole. */
    static final class NothingToAnnotate extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        NothingToAnnotate(RosterStatus status) {
            super(Kind.CONFLICT, "annotated-file-not-available");
            tell("rosterStatus", status);
        }
    }

    /** A file that cannot even be opened as a spreadsheet: told at once, and nothing is kept of it. */
    static final class UnreadableFile extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        UnreadableFile(UnreadableSpreadsheet unreadable) {
            super(kindOf(unreadable.reason()), codeOf(unreadable.reason()));
            if (!unreadable.parameters().isEmpty()) {
                tell("limitOrFormat", unreadable.parameters().get(0));
            }
        }

        private static Kind kindOf(Reason reason) {
            return switch (reason) {
                case NOT_A_SPREADSHEET, FORMAT_NOT_ACCEPTED -> Kind.UNSUPPORTED_CONTENT;
                case TOO_LARGE -> Kind.TOO_LARGE;
                default -> Kind.UNPROCESSABLE;
            };
        }

        /** The same words as for a file that turns out unreadable later. */
        private static String codeOf(Reason reason) {
            return "roster-" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Its result is asked for before there is one. */
    static final class NotYetChecked extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        NotYetChecked(RosterStatus status) {
            super(Kind.CONFLICT, "roster-not-yet-checked");
            tell("rosterStatus", status);
        }
    }

    /** No two files of the application were read to their ends. */
    static final class NothingToCompare extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        NothingToCompare() {
            super(Kind.NOT_FOUND, "no-earlier-roster");
        }
    }

    /** The institution has uploaded as often as it may for now. */
    static final class TooManyUploads extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        TooManyUploads(int anHour, Duration pause) {
            super(Kind.TOO_OFTEN, "too-many-uploads");
            tell("uploadsAnHour", anHour);
            tellRetryAfter(pause);
        }
    }

    /** Other files are being checked in calls; this one may come again. */
    static final class ChecksBusy extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        ChecksBusy(Duration pause) {
            super(Kind.BUSY, "roster-checks-busy");
            tellRetryAfter(pause);
        }
    }

    /** Too much for a check that a call waits for. */
    static final class CheckTooLong extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        CheckTooLong(Duration deadline) {
            super(Kind.UNPROCESSABLE, "roster-check-too-long");
            tell("maximumSeconds", deadline.toSeconds());
        }
    }

    /** A severity or a code that there is not. */
    static final class InvalidErrorFilter extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        InvalidErrorFilter() {
            super(Kind.INVALID, "invalid-error-filter");
        }
    }

    /** The template does not come in this format. */
    static final class NoSuchTemplate extends RosterRefusal {
        private static final long serialVersionUID = 1L;

        NoSuchTemplate() {
            super(Kind.INVALID, "template-format-not-available");
        }
    }
}
