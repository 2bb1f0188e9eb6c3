package tw.ecard.registration.reader;

/**
 * One person of a roster, every value in its one valid form. What a roster may leave out is null.
 *
 * @param row the sheet's own row number
 */
public record ReaderRow(
        int row,
        PersonName name,
        NationalId nationalId,
        BirthDate birthDate,
        Sex sex,
        ReaderCategory category,
        String unit,
        String studentNumber,
        PhoneNumber phone,
        PhoneNumber mobile,
        EmailAddress email,
        Postcode postcode,
        PostalAddress address,
        String remarks) {

    /** The row number and nothing of the person. */
    @Override
    public String toString() {
        return "ReaderRow[" + row + "]";
    }
}
