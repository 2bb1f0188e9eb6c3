package tw.ecard.queue.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The office calendars that come with the program, for a first start. The format is described at the head of
 * {@code calendar/shipped-calendar.txt}; afterwards the database is what counts.
 */
public final class ShippedCalendar {
    private static final String RESOURCE = "/calendar/shipped-calendar.txt";

    private ShippedCalendar() {}

    /** The exceptional days of each year that is shipped. */
    public static Map<Integer, List<ExceptionalDay>> daysByYear() {
        try (InputStream in = ShippedCalendar.class.getResourceAsStream(RESOURCE)) {
            return parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** The shipped years as one calendar. */
    public static WorkingCalendar load() {
        Map<Integer, List<ExceptionalDay>> days = daysByYear();
        return new WorkingCalendar(
                days.keySet(), days.values().stream().flatMap(List::stream).toList());
    }

    static Map<Integer, List<ExceptionalDay>> parse(Reader source) throws IOException {
        Map<Integer, List<ExceptionalDay>> years = new TreeMap<>();
        BufferedReader lines = new BufferedReader(source);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                parseLine(line, years);
            }
        }
        return years;
    }

    private static void parseLine(String line, Map<Integer, List<ExceptionalDay>> years) {
        String[] words = line.trim().split("\\s+");
        boolean worked = switch (words[1]) {
            case "off" -> false;
            case "worked" -> true;
            default -> throw new IllegalArgumentException("neither off nor worked: " + line);
        };
        List<ExceptionalDay> days = years.computeIfAbsent(Integer.valueOf(words[0]), year -> new ArrayList<>());
        for (int i = 2; i < words.length; i++) {
            ExceptionalDay day = new ExceptionalDay(LocalDate.parse(words[0] + "-" + words[i]), worked, null);
            if (!day.isException()) {
                throw new IllegalArgumentException(day.date() + " is no exception: " + line);
            }
            days.add(day);
        }
    }
}
