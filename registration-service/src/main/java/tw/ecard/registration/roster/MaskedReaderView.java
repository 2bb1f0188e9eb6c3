package tw.ecard.registration.roster;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.registration.reader.Masking;
import tw.ecard.registration.reader.ReaderCategory;
import tw.ecard.registration.reader.Sex;

/** A reader as staff see one while they look at a roster: enough to judge the list, not enough to know the person. */
@Schema(name = "MaskedReader", description = "遮蔽後的申請人資料")
public record MaskedReaderView(
        @Schema(description = "試算表的列號", examples = "2") int row,

        @Schema(examples = "王○明") String name,

        @Schema(examples = "A12*****89") String nationalId,

        @Schema(description = "出生年（西元）", examples = "2006") int birthYear,

        Sex sex,
        ReaderCategory category,

        @Schema(examples = "普一忠") String unit,

        @Schema(examples = "1*****1") String studentNumber,

        String phone,
        String mobile,
        String email) {

    static MaskedReaderView of(HeldReader reader) {
        return new MaskedReaderView(
                reader.row(),
                reader.maskedName(),
                Masking.value(reader.nationalId()),
                reader.birthDate().getYear(),
                reader.sex(),
                reader.category(),
                reader.unit(),
                masked(reader.studentNumber()),
                masked(reader.phone()),
                masked(reader.mobile()),
                masked(reader.email()));
    }

    private static String masked(String value) {
        return value == null ? null : Masking.value(value);
    }
}
