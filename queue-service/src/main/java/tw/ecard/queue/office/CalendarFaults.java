package tw.ecard.queue.office;

import java.util.List;
import java.util.Locale;
import tw.ecard.kit.problem.FieldError;
import tw.ecard.queue.calendar.CalendarFile;
import tw.ecard.queue.calendar.CalendarFile.Finding;
import tw.ecard.queue.refusal.QueueRefusal;

/** Says what is wrong with a calendar file, line by line: the first ones, and how many there are. */
final class CalendarFaults {

    private static final int LISTED = 50;
    private static final int DAYS_NAMED = 10;

    private CalendarFaults() {}

    static QueueRefusal refusal(CalendarFile file) {
        List<FieldError> errors = file.findings().stream()
                .limit(LISTED)
                .map(CalendarFaults::error)
                .toList();
        String missing = String.join(
                ", ",
                file.missing().stream().limit(DAYS_NAMED).map(Object::toString).toList());
        return new QueueRefusal.InvalidCalendarFile(
                errors, file.findings().size(), missing, file.missing().size());
    }

    private static FieldError error(Finding finding) {
        String fault = finding.fault().name().toLowerCase(Locale.ROOT);
        return new FieldError(finding.line() == 0 ? "file" : "file:" + finding.line(), "calendar-file." + fault);
    }
}
