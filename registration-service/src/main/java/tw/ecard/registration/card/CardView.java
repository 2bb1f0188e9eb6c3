package tw.ecard.registration.card;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.registration.roster.HeldReader;

/** A card, and by what its institution knows whose it is. */
@Schema(name = "Card", description = "數位借閱證")
public record CardView(
        @Schema(description = "讀者資料檔的列號", examples = "2") int row,

        @Schema(description = "單位", examples = "普一忠") String unit,

        @Schema(description = "學號或員工編號", examples = "1150001")
        String studentNumber,

        @Schema(description = "遮蔽後的姓名", examples = "王○明") String maskedName,

        @Schema(description = "借閱證號", examples = "EC115000000014")
        String cardNumber) {

    static CardView of(HeldReader reader, SerialBlock block) {
        return new CardView(
                reader.row(),
                reader.unit(),
                reader.studentNumber(),
                reader.maskedName(),
                block.at(reader.ordinal()).text());
    }
}
