package tw.ecard.queue.calendar;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Calendar files as they are published, made from the shipped years or any other, with changes. */
public final class PublishedCalendar {

    private static final String HEADER = "西元日期,星期,是否放假,備註";
    private static final Charset BIG5 = Charset.forName("MS950");

    private final TreeMap<LocalDate, Boolean> worked = new TreeMap<>();
    private final TreeMap<LocalDate, String> notes = new TreeMap<>();

    private PublishedCalendar() {}

    /** The file of a year that the program ships. */
    public static PublishedCalendar of(int year) {
        WorkingCalendar shipped = ShippedCalendar.load();
        return daysOf(year, date -> shipped.kindOf(date).value().orElseThrow().isWorked());
    }

    /** The file of any year, with weekends and nothing else. */
    public static PublishedCalendar plain(int year) {
        return daysOf(year, date -> !DayKind.isWeekend(date));
    }

    private static PublishedCalendar daysOf(int year, Predicate<LocalDate> isWorked) {
        PublishedCalendar calendar = new PublishedCalendar();
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .forEach(date -> calendar.worked.put(date, isWorked.test(date)));
        return calendar;
    }

    public PublishedCalendar off(String date, String note) {
        worked.put(LocalDate.parse(date), false);
        notes.put(LocalDate.parse(date), note);
        return this;
    }

    public PublishedCalendar worked(String date) {
        worked.put(LocalDate.parse(date), true);
        return this;
    }

    public PublishedCalendar without(String date) {
        worked.remove(LocalDate.parse(date));
        return this;
    }

    public PublishedCalendar and(PublishedCalendar other) {
        worked.putAll(other.worked);
        notes.putAll(other.notes);
        return this;
    }

    /** Line by line; the first one is the header. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        worked.forEach((date, isWorked) -> lines.add("%s,%s,%d,%s"
                .formatted(
                        date.format(DateTimeFormatter.BASIC_ISO_DATE),
                        "一二三四五六日".charAt(date.getDayOfWeek().getValue() - 1),
                        isWorked ? 0 : 2,
                        notes.getOrDefault(date, ""))));
        return lines;
    }

    public String text() {
        return String.join("\r\n", lines()) + "\r\n";
    }

    /** As it is published today. */
    public byte[] utf8WithMark() {
        return ("\uFEFF" + text()).getBytes(StandardCharsets.UTF_8);
    }

    public byte[] utf8() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** As it was published before. */
    public byte[] big5() {
        return text().getBytes(BIG5);
    }

    /** The answer when this caller sends the file. */
    public static ValidatableResponse sentBy(RequestSpecification caller, byte[] file, String query) {
        return caller.multiPart("file", "calendar.csv", file, "text/csv")
                .post("/v1/calendar/imports" + query)
                .then();
    }
}
