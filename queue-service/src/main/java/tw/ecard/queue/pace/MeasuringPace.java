package tw.ecard.queue.pace;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tw.ecard.queue.calendar.DayKind;
import tw.ecard.queue.calendar.WorkingCalendar;
import tw.ecard.queue.history.LaneHistory;
import tw.ecard.queue.lane.Lane;

/** Measures what a lane got done: from what is written of it and the calendar as it is now. */
@ApplicationScoped
class MeasuringPace {

    private final LaneHistory history;

    MeasuringPace(LaneHistory history) {
        this.history = history;
    }

    /** Days of overtime count with the working days that they lie between. */
    LanePace measure(Lane lane, WorkingCalendar calendar, LocalDate today) {
        List<LocalDate> window = window(calendar, today, history.firstDay(lane).orElse(today));
        LaneHistory.Done done = window.isEmpty()
                ? new LaneHistory.Done(0, 0)
                : history.done(lane, window.get(window.size() - 1), today);
        return new LanePace(lane, today, window.size(), done.cases(), done.readers(), schedule(calendar, today));
    }

    /** The working days before today, the latest first; none before the lane's first day or in an unknown year. */
    private static List<LocalDate> window(WorkingCalendar calendar, LocalDate today, LocalDate first) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today.minusDays(1);
                days.size() < LanePace.WINDOW && !day.isBefore(first) && calendar.knows(day.getYear());
                day = day.minusDays(1)) {
            addIfWorked(calendar, day, days);
        }
        return days;
    }

    private static List<LocalDate> schedule(WorkingCalendar calendar, LocalDate today) {
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = today.plusDays(1);
                days.size() < LanePace.HORIZON && calendar.knows(day.getYear());
                day = day.plusDays(1)) {
            addIfWorked(calendar, day, days);
        }
        return days;
    }

    private static void addIfWorked(WorkingCalendar calendar, LocalDate day, List<LocalDate> days) {
        if (calendar.kindOf(day).value().filter(DayKind::isWorked).isPresent()) {
            days.add(day);
        }
    }
}
