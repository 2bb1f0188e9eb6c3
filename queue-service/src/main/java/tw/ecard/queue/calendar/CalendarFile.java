package tw.ecard.queue.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * A yearly office calendar as the Directorate-General of Personnel Administration publishes it: a CSV file with the
 * columns 西元日期, 星期, 是否放假, 備註, and a line for every day.
 *
 * @param years what differs from "Monday to Friday are worked" in each year, in order; empty when anything is wrong
 * @param findings everything that is wrong, in the order of the lines
 * @param missing days that the file lacks, in order
 */
public record CalendarFile(
        SortedMap<Integer, List<ExceptionalDay>> years, List<Finding> findings, List<LocalDate> missing) {

    /**
     * Something that is wrong.
     *
     * @param line where, from 1; 0 when it concerns the whole file
     */
    public record Finding(long line, CalendarFault fault) {}

    public CalendarFile {
        findings = List.copyOf(findings);
        missing = List.copyOf(missing);
    }

    /** Reads the whole file and finds everything that is wrong with it; never fails. */
    public static CalendarFile read(byte[] content) {
        return new CalendarFileReader().read(content);
    }
}
