package tw.ecard.queue.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of the office calendar, in its two layers: the years as they were published, and the days that an
 * administrator set by hand (a typhoon closure, the library's own closing day), which come before them. An immutable value.
 *
 * @param years the published exceptional days of each known year
 * @param setDays the days set by hand, all of known years
 */
public record OfficeCalendar(
        SortedMap<Integer, List<ExceptionalDay>> years, SortedMap<LocalDate, ExceptionalDay> setDays) {

    public OfficeCalendar {
        years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
        setDays = Collections.unmodifiableSortedMap(new TreeMap<>(setDays));
    }

    public boolean knows(int year) {
        return years.containsKey(year);
    }

    /** The calendar that counts. */
    public WorkingCalendar inForce() {
        TreeMap<LocalDate, ExceptionalDay> days = new TreeMap<>();
        years.values().forEach(published -> published.forEach(day -> days.put(day.date(), day)));
        days.putAll(setDays);
        return new WorkingCalendar(years.keySet(), days.values());
    }

    /** The calendar as it was published. */
    public WorkingCalendar published() {
        return new WorkingCalendar(
                years.keySet(), years.values().stream().flatMap(List::stream).toList());
    }

    /** What was set by hand about the day, if anything. */
    public Optional<ExceptionalDay> setOn(LocalDate date) {
        return Optional.ofNullable(setDays.get(date));
    }

    /** The days set by hand in these years. */
    public List<ExceptionalDay> setDaysOf(Collection<Integer> wanted) {
        return setDays.values().stream()
                .filter(day -> wanted.contains(day.date().getYear()))
                .toList();
    }

    /** With these years in the place of what was published for them before. */
    public OfficeCalendar withPublished(Map<Integer, List<ExceptionalDay>> revision) {
        TreeMap<Integer, List<ExceptionalDay>> revised = new TreeMap<>(years);
        revised.putAll(revision);
        return new OfficeCalendar(revised, setDays);
    }

    /** With the day set by hand. */
    public OfficeCalendar withSet(ExceptionalDay day) {
        TreeMap<LocalDate, ExceptionalDay> more = new TreeMap<>(setDays);
        more.put(day.date(), day);
        return new OfficeCalendar(years, more);
    }

    /** With these days as they were published. */
    public OfficeCalendar withoutSet(Collection<LocalDate> dates) {
        TreeMap<LocalDate, ExceptionalDay> less = new TreeMap<>(setDays);
        new ArrayList<>(dates).forEach(less::remove);
        return new OfficeCalendar(years, less);
    }
}
