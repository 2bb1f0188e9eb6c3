package tw.ecard.queue.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of a calendar file.
 *
 * @param day null when its date is none
 * @param faults what is wrong; a day with faults only shows that the line was about it
 */
record CalendarLine(ExceptionalDay day, List<CalendarFault> faults) {

    private static final int FIELDS = 4;
    private static final String WEEKDAYS = "一二三四五六日";
    private static final String WORKED = "0";
    private static final String OFF = "2";
    private static final int LONGEST_NOTE = 100;

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    static CalendarLine read(List<String> record) {
        if (record.size() != FIELDS) {
            return new CalendarLine(null, List.of(CalendarFault.FIELDS));
        }
        List<String> fields = record.stream().map(String::strip).toList();
        List<CalendarFault> faults = new ArrayList<>();
        LocalDate date = date(fields.get(0));
        if (date == null) {
            faults.add(CalendarFault.DATE);
        } else if (!fields.get(1).equals(weekday(date))) {
            faults.add(CalendarFault.WEEKDAY);
        }
        if (!fields.get(2).equals(WORKED) && !fields.get(2).equals(OFF)) {
            faults.add(CalendarFault.WORKED);
        }
        if (!isNote(fields.get(3))) {
            faults.add(CalendarFault.NOTE);
        }
        ExceptionalDay day = date == null
                ? null
                : new ExceptionalDay(
                        date, fields.get(2).equals(WORKED), fields.get(3).isEmpty() ? null : fields.get(3));
        return new CalendarLine(day, faults);
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text, DATE);
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String weekday(LocalDate date) {
        int index = date.getDayOfWeek().getValue() - 1;
        return WEEKDAYS.substring(index, index + 1);
    }

    private static boolean isNote(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NOTE
                && text.chars().noneMatch(Character::isISOControl);
    }
}
