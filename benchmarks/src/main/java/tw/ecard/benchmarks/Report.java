package tw.ecard.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tw.ecard.benchmarks.measure.Measure;
import tw.ecard.benchmarks.measure.Outcome;
import tw.ecard.benchmarks.measure.Series;

/** What a run came to: a table for people, in Markdown, and the same with every sample as JSON. */
final class Report {

    private static final DateTimeFormatter FILE_NAME =
            DateTimeFormatter.ofPattern("'results-'yyyyMMdd-HHmmss'.json'").withZone(ZoneOffset.UTC);

    private final Instant begun;
    private final Map<String, Object> circumstances = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Map<String, Object>> measures = new ArrayList<>();
    private boolean complete = true;

    Report(Instant begun) {
        this.begun = begun;
        circumstances.put("begun", begun.toString());
        lines.add("| measure | target | reached | | behind it | spread |");
        lines.add("|---|---|---|---|---|---|");
    }

    /** Notes what the numbers depend on. */
    void circumstance(String name, Object value) {
        circumstances.put(name, value instanceof Number ? value : value.toString());
    }

    void add(Measure measure, Outcome outcome) {
        boolean reached = measure.target().isReachedBy(outcome.reached());
        lines.add("| `%s`: %s | %s | **%s** | %s | %s | %s |"
                .formatted(
                        measure.name(),
                        measure.meaning(),
                        measure.target(),
                        measure.target().show(outcome.reached()),
                        reached ? "reached" : "missed",
                        behind(outcome),
                        spread(outcome)));
        measures.add(asJson(measure, outcome, reached));
    }

    /** A measure that could not be taken is part of the result. */
    void failed(Measure measure, Exception failure) {
        complete = false;
        lines.add("| `%s`: %s | %s | – | failed | %s | |"
                .formatted(measure.name(), measure.meaning(), measure.target(), onOneLine(failure)));
        measures.add(Map.of("name", measure.name(), "failure", String.valueOf(failure)));
    }

    boolean isComplete() {
        return complete;
    }

    String table() {
        return String.join("\n", lines);
    }

    /** Writes the JSON. @return the file */
    Path write(Path directory) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>(circumstances);
        json.put("measures", measures);
        Path file = directory.resolve(FILE_NAME.format(begun));
        Files.createDirectories(directory);
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), json);
        return file;
    }

    private static String onOneLine(Exception failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").replace("|", "/");
    }

    private static String behind(Outcome outcome) {
        List<String> parts = new ArrayList<>();
        outcome.series()
                .forEach(series -> parts.add(series.name() + " " + Series.show(series.median()) + " " + series.unit()));
        parts.addAll(outcome.remarks());
        return String.join("; ", parts);
    }

    private static String spread(Outcome outcome) {
        return outcome.series().stream()
                .map(series -> "%.0f %%%s".formatted(100 * series.spread(), series.isWide() ? " (wide)" : ""))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> asJson(Measure measure, Outcome outcome, boolean reached) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", measure.name());
        json.put("meaning", measure.meaning());
        json.put("target", measure.target());
        json.put("value", outcome.reached());
        json.put("reached", reached);
        json.put("series", outcome.series().stream().map(Report::asJson).toList());
        json.put("remarks", outcome.remarks());
        return json;
    }

    private static Map<String, Object> asJson(Series series) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", series.name());
        json.put("unit", series.unit());
        json.put("median", series.median());
        json.put("spread", series.spread());
        json.put("samples", series.samples());
        return json;
    }
}
