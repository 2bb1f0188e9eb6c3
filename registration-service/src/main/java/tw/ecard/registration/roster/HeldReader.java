package tw.ecard.registration.roster;

import java.time.LocalDate;
import tw.ecard.registration.reader.Masking;
import tw.ecard.registration.reader.ReaderCategory;
import tw.ecard.registration.reader.Sex;

/**
 * 申請人: a person in an accepted roster. What the roster left out is null.
 *
 * @param row the sheet's own row number
 * @param ordinal place among the readers of the roster, from 1; the card's serial follows from it
 */
public record HeldReader(
        int row,
        int ordinal,
        String name,
        String nationalId,
        LocalDate birthDate,
        Sex sex,
        ReaderCategory category,
        String unit,
        String studentNumber,
        String phone,
        String mobile,
        String email,
        String postcode,
        String address,
        String remarks) {

    /** 王○明. */
    public String maskedName() {
        return Masking.name(name);
    }

    /** The row number and nothing of the person. */
    @Override
    public String toString() {
        return "HeldReader[" + row + "]";
    }
}
