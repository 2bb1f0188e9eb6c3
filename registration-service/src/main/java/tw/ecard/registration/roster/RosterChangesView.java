package tw.ecard.registration.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.roster.ComparingRosters.Comparison;
import tw.ecard.registration.roster.check.RosterMessages;
import tw.ecard.registration.roster.check.RowError;
import tw.ecard.registration.roster.check.RowErrorCode;
import tw.ecard.registration.roster.check.Severity;

/** What a corrected file changed, error by error. */
@Schema(name = "RosterChanges", description = "與同一申請案前一份讀者資料檔相較的變化；只計錯誤，不計提醒")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RosterChangesView(
        @Schema(description = "相較的前一份") UUID since,

        OffsetDateTime sinceReceivedAt,

        @Schema(description = "前一份有、這一份已無的錯誤；列號為前一份的列號") List<RowErrorView> gone,

        @Schema(description = "這一份才有的錯誤") @JsonProperty("new")
        List<RowErrorView> added,

        @Schema(description = "兩份皆有的錯誤數；隨列移動者亦計入", examples = "3")
        int remaining,

        @Schema(description = "為 false 時，兩份之一的錯誤未全數逐項列出，變化僅就列出者比對；counts 仍為確數", examples = "true")
        boolean complete,

        @Schema(description = "各種錯誤在兩份中的數目（確數）") List<CountView> counts) {

    /** How often a code stands in a column of the two files. */
    @Schema(name = "RosterErrorCountChange")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record CountView(
            RowErrorCode code,

            @Schema(examples = "身分證字號") String column,

            @Schema(examples = "12") long before,

            @Schema(examples = "2") long now,

            String message) {}

    /** The short form, as the roster shows it. */
    @Schema(name = "RosterChangeCounts", description = "與前一份讀者資料檔相較：已更正、新增、仍在的錯誤數")
    public record ShortView(
            @Schema(description = "相較的前一份") UUID since,

            @Schema(examples = "10") int gone,

            @Schema(examples = "1") @JsonProperty("new") int added,

            @Schema(examples = "2") int remaining,

            @Schema(description = "為 false 時，僅就逐項列出的錯誤比對") boolean complete) {

        static ShortView of(Comparison comparison) {
            return new ShortView(
                    comparison.earlier().id(),
                    comparison.changes().gone().size(),
                    comparison.changes().added().size(),
                    comparison.changes().remaining(),
                    comparison.complete());
        }
    }

    static RosterChangesView of(
            Comparison comparison, List<FindingCount> before, List<FindingCount> now, Locale language) {
        return new RosterChangesView(
                comparison.earlier().id(),
                Taipei.at(comparison.earlier().receivedAt()),
                views(comparison.changes().gone(), language),
                views(comparison.changes().added(), language),
                comparison.changes().remaining(),
                comparison.complete(),
                counts(before, now, language));
    }

    private static List<RowErrorView> views(List<RowError> errors, Locale language) {
        return errors.stream().map(error -> RowErrorView.of(error, language)).toList();
    }

    /** In the order of the present summary; what is no longer in it comes last. */
    private static List<CountView> counts(List<FindingCount> before, List<FindingCount> now, Locale language) {
        List<FindingCount> lines = new ArrayList<>(now);
        before.stream()
                .filter(line -> now.stream().noneMatch(line::isOfTheSame))
                .forEach(lines::add);
        return lines.stream()
                .filter(line -> line.code().severity() == Severity.ERROR)
                .map(line -> new CountView(
                        line.code(),
                        line.column(),
                        line.countIn(before),
                        line.countIn(now),
                        RosterMessages.summary(line.code(), language)))
                .toList();
    }
}
