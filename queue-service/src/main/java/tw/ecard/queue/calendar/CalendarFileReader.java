package tw.ecard.queue.calendar;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import tw.ecard.queue.calendar.CalendarFile.Finding;

/** Reads one calendar file. */
final class CalendarFileReader {

    private static final List<String> HEADER = List.of("西元日期", "星期", "是否放假", "備註");

    /** Published years have 240 to 252 working days. */
    private static final int FEWEST_WORKING_DAYS = 220;

    private static final int MOST_WORKING_DAYS = 270;

    private final TreeMap<LocalDate, ExceptionalDay> days = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<LocalDate> missing = new ArrayList<>();
    private long line;

    CalendarFile read(byte[] content) {
        CalendarText.of(content)
                .ifPresentOrElse(this::readText, () -> findings.add(new Finding(0, CalendarFault.ENCODING)));
        if (findings.isEmpty()) {
            judgeYears();
        }
        return new CalendarFile(findings.isEmpty() ? exceptions() : new TreeMap<>(), findings, missing);
    }

    private void readText(String text) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            readRecords(csv.iterator());
        } catch (CsvParseException e) {
            findings.add(new Finding(line + 1, CalendarFault.QUOTES));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is always read", e);
        }
    }

    private void readRecords(Iterator<CsvRecord> records) {
        if (!records.hasNext() || !isHeader(records.next())) {
            // With other columns every line would be wrong.
            findings.add(new Finding(1, CalendarFault.HEADER));
            return;
        }
        line = 1;
        while (records.hasNext()) {
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            CalendarLine read = CalendarLine.read(record.getFields());
            read.faults().forEach(fault -> findings.add(new Finding(line, fault)));
            if (read.day() != null && days.putIfAbsent(read.day().date(), read.day()) != null) {
                findings.add(new Finding(line, CalendarFault.TWICE));
            }
        }
    }

    private static boolean isHeader(CsvRecord record) {
        return record.getFields().stream().map(String::strip).toList().equals(HEADER);
    }

    private void judgeYears() {
        if (days.isEmpty()) {
            findings.add(new Finding(0, CalendarFault.INCOMPLETE));
            return;
        }
        years().flatMap(CalendarFileReader::daysOf)
                .filter(date -> !days.containsKey(date))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            findings.add(new Finding(0, CalendarFault.INCOMPLETE));
        } else if (!years().allMatch(this::isPlausible)) {
            findings.add(new Finding(0, CalendarFault.IMPLAUSIBLE));
        }
    }

    private boolean isPlausible(int year) {
        long worked = daysOf(year).filter(date -> days.get(date).worked()).count();
        return worked >= FEWEST_WORKING_DAYS && worked <= MOST_WORKING_DAYS;
    }

    private Stream<Integer> years() {
        return days.keySet().stream().map(LocalDate::getYear).distinct();
    }

    private static Stream<LocalDate> daysOf(int year) {
        return LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));
    }

    private TreeMap<Integer, List<ExceptionalDay>> exceptions() {
        TreeMap<Integer, List<ExceptionalDay>> years = new TreeMap<>();
        days.forEach((date, day) -> {
            List<ExceptionalDay> year = years.computeIfAbsent(date.getYear(), first -> new ArrayList<>());
            if (day.isException() || day.note() != null) {
                year.add(day);
            }
        });
        return years;
    }
}
