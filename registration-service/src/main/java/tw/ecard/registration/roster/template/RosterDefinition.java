package tw.ecard.registration.roster.template;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.ecard.registration.reader.PlainText;

/**
 * The definition of a roster, out of the resource {@code roster-template-v1.json}: a change of a header or an alias is
 * a change of data.
 *
 * @param exampleName what stands as the name in the template's example row, and betrays one that was left in
 */
public record RosterDefinition(
        int version,
        String sheetName,
        String instructionsSheetName,
        String exampleName,
        List<String> instructions,
        List<RosterColumn> columns) {

    /** Fewer known headers than this are a coincidence. */
    static final int LEAST_HEADERS = 3;

    /** Schools put titles above the headers, but not more than this. */
    public static final int HEADER_WITHIN_ROWS = 10;

    private static final RosterDefinition CURRENT = load("/roster-template-v1.json");

    public RosterDefinition {
        instructions = List.copyOf(instructions);
        columns = List.copyOf(columns);
    }

    /** The version that the template is written in and files are checked against. */
    public static RosterDefinition current() {
        return CURRENT;
    }

    private static RosterDefinition load(String resource) {
        try (InputStream json = RosterDefinition.class.getResourceAsStream(resource)) {
            return new ObjectMapper().readValue(json, RosterDefinition.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RosterColumn column(RosterField field) {
        return columns.stream()
                .filter(column -> column.field() == field)
                .findFirst()
                .orElseThrow();
    }

    /** The field that a header names, if it names one. */
    public Optional<RosterField> field(String header) {
        return Optional.ofNullable(names().get(comparable(header)));
    }

    /** Every name of every field, in the form in which headers are compared. */
    Map<String, RosterField> names() {
        Map<String, RosterField> names = new HashMap<>();
        for (RosterColumn column : columns) {
            names.put(comparable(column.header()), column.field());
            column.aliases().forEach(alias -> names.put(comparable(alias), column.field()));
        }
        return names;
    }

    Map<RosterField, String> headers() {
        Map<RosterField, String> headers = new EnumMap<>(RosterField.class);
        columns.forEach(column -> headers.put(column.field(), column.header()));
        return headers;
    }

    /** Trimmed, half-width, lower case, without spaces and without the mark of a required column. */
    static String comparable(String header) {
        return PlainText.halfWidth(header).replace(" ", "").replace("*", "").toLowerCase(Locale.ROOT);
    }
}
