package tw.ecard.queue.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import tw.ecard.kit.problem.FieldError;
import tw.ecard.kit.problem.Refusal;
import tw.ecard.queue.lane.Lane;

/** What the rules of the queue refuse. */
public abstract sealed class QueueRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private QueueRefusal(Kind kind, String code) {
        super(kind, code);
    }

    private QueueRefusal(Kind kind, String code, List<FieldError> errors) {
        super(kind, code, errors);
    }

    /** Only a case that somebody has in work can be acted on. */
    public static final class NotInWork extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        /** @param state what it is instead */
        public NotInWork(Enum<?> state) {
            super(Kind.CONFLICT, "case-not-in-work");
            tell("state", state.name());
        }
    }

    /** Somebody else has the case. */
    public static final class NotTheClaimant extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public NotTheClaimant() {
            super(Kind.FORBIDDEN, "not-the-claimant");
        }
    }

    /** The time for which the case was claimed is over. */
    public static final class LeaseExpired extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public LeaseExpired() {
            super(Kind.CONFLICT, "lease-expired");
        }
    }

    /** Approval is for review, issuance for the issuance lane. */
    public static final class WrongLane extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public WrongLane(Lane lane) {
            super(Kind.CONFLICT, "wrong-lane");
            tell("lane", lane.name());
        }
    }

    /** Seal and signature have to be recorded as being in order first. */
    public static final class ChecksMissing extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public ChecksMissing() {
            super(Kind.CONFLICT, "checks-missing");
        }
    }

    /** A return says neither a reason nor a row. */
    public static final class ReturnWithoutReason extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public ReturnWithoutReason() {
            super(Kind.INVALID, "return-without-reason");
        }
    }

    /** There is no roster yet while the papers are reviewed. */
    public static final class NoRosterYet extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public NoRosterYet() {
            super(Kind.CONFLICT, "no-roster-yet");
        }
    }

    /** Nothing is known of this year. */
    public static final class UnknownCalendarYear extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public UnknownCalendarYear(int year) {
            super(Kind.NOT_FOUND, "unknown-calendar-year");
            tell("year", year);
        }
    }

    /** A day is written as {@link LocalDate}: {@code 2026-11-23}. */
    public static final class NoSuchDay extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public NoSuchDay() {
            super(Kind.NOT_FOUND, "no-such-day");
        }
    }

    /** Nothing was set by hand for this day. */
    public static final class DayNotSet extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public DayNotSet() {
            super(Kind.NOT_FOUND, "calendar-day-not-set");
        }
    }

    /** The request has no part of the name {@code file}. */
    public static final class FileRequired extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public FileRequired() {
            super(Kind.INVALID, "file-required");
        }
    }

    /** The file is larger than the limit. */
    public static final class FileTooLarge extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public FileTooLarge(long maximumBytes) {
            super(Kind.TOO_LARGE, "file-too-large");
            tell("maximumBytes", maximumBytes);
        }
    }

    /** A calendar file that cannot be taken in; nothing of it was. */
    public static final class InvalidCalendarFile extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        /**
         * @param errors the first of them, by line
         * @param errorCount how many there are
         * @param missingDays the first days that the file lacks
         * @param missingCount how many it lacks
         */
        public InvalidCalendarFile(List<FieldError> errors, int errorCount, String missingDays, int missingCount) {
            super(Kind.INVALID, "invalid-calendar-file", errors);
            tell("errorCount", errorCount);
            tell("missingCount", missingCount);
            tell("missingDays", missingDays);
        }
    }

    /** A period is two days, the first not after the last. */
    public static final class InvalidPeriod extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public InvalidPeriod() {
            super(Kind.INVALID, "invalid-period");
        }
    }

    /** A period is longer than can be counted at once. */
    public static final class PeriodTooLong extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public PeriodTooLong(int maximumYears) {
            super(Kind.INVALID, "period-too-long");
            tell("maximumYears", maximumYears);
        }
    }

    /** What the mail says is no longer so. */
    public static final class MailNoLongerTrue extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public MailNoLongerTrue() {
            super(Kind.CONFLICT, "mail-no-longer-true");
        }
    }

    /** The mail server has the mail; to send it once more has to be asked for. */
    public static final class MailAlreadySent extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public MailAlreadySent(OffsetDateTime sentAt) {
            super(Kind.CONFLICT, "mail-already-sent");
            tell("sentAt", sentAt);
        }
    }

    /** A filter has a value that it does not know. */
    public static final class UnknownFilterValue extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        /** @param known what it may be */
        public UnknownFilterValue(String filter, List<String> known) {
            super(Kind.INVALID, "unknown-filter-value");
            tell("filter", filter);
            tell("known", known);
        }
    }

    /** registration-service has to be asked, and does not answer. */
    public static final class RegistrationAway extends QueueRefusal {
        private static final long serialVersionUID = 1L;
        private static final Duration PAUSE = Duration.ofSeconds(10);

        public RegistrationAway() {
            super(Kind.BUSY, "registration-away");
            tellRetryAfter(PAUSE);
        }
    }

    /** Nobody drew the number yet. */
    public static final class NumberNotDrawn extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public NumberNotDrawn(Lane lane, long number) {
            super(Kind.NOT_FOUND, "number-not-drawn");
            tell("lane", lane.name());
            tell("number", number);
        }
    }

    /** A case stands behind the number that may still be worked on. */
    public static final class LiveCase extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public LiveCase(Lane lane, long number) {
            super(Kind.CONFLICT, "live-case");
            tell("lane", lane.name());
            tell("number", number);
        }
    }

    /** The case behind the number came, and was settled: there is nothing to void. */
    public static final class CaseSettled extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        /** @param outcome how it ended */
        public CaseSettled(Lane lane, long number, Enum<?> outcome) {
            super(Kind.CONFLICT, "case-settled");
            tell("lane", lane.name());
            tell("number", number);
            tell("outcome", outcome.name());
        }
    }

    /** The number was drawn, and its application is not there any more: nothing can be fetched. */
    public static final class NobodyBehindNumber extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        public NobodyBehindNumber(Lane lane, long number) {
            super(Kind.CONFLICT, "nobody-behind-number");
            tell("lane", lane.name());
            tell("number", number);
        }
    }

    /** The events of the number were fetched, and one still cannot be applied. */
    public static final class ReplayFailed extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        /** @param deadLetter what says why; null when an event could not even be read */
        public ReplayFailed(Lane lane, long number, UUID deadLetter) {
            super(Kind.CONFLICT, "replay-failed");
            tell("lane", lane.name());
            tell("number", number);
            tell("deadLetter", deadLetter == null ? "" : deadLetter);
        }
    }
}
