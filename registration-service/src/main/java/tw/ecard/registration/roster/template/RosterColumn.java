package tw.ecard.registration.roster.template;

import java.util.List;

/**
 * One column of a roster.
 *
 * @param header its name in the template and in every report
 * @param required whether a file without the column, or a row without a value in it, is returned
 * @param aliases other names by which the column is known in files that schools already have
 * @param inTemplate whether the blank template has it
 * @param width in characters of the template's column
 * @param choices what the template offers to choose from, empty for free entry
 * @param example what stands in the template's example row
 * @param instruction how to fill it in, for the template's second sheet
 */
public record RosterColumn(
        RosterField field,
        String header,
        boolean required,
        List<String> aliases,
        boolean inTemplate,
        int width,
        List<String> choices,
        String example,
        String instruction) {

    public RosterColumn {
        aliases = List.copyOf(aliases);
        choices = List.copyOf(choices);
    }
}
