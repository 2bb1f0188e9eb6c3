package tw.ecard.localstack.demo;

import java.time.LocalDate;

/** Somebody who does not exist, as a row of a reader-data file. */
public record Person(
        String name,
        String nationalId,
        LocalDate birthDate,
        String sex,
        String category,
        String unit,
        String number,
        String phone,
        String mobile,
        String email,
        String postcode,
        String address) {

    /** The birth date as schools write it: ROC year, month and day in seven digits. */
    public String rocBirthDate() {
        return "%03d%02d%02d"
                .formatted(birthDate.getYear() - 1911, birthDate.getMonthValue(), birthDate.getDayOfMonth());
    }

    Person withNationalId(String other) {
        return new Person(name, other, birthDate, sex, category, unit, number, phone, mobile, email, postcode, address);
    }

    Person withCategory(String other) {
        return new Person(
                name, nationalId, birthDate, sex, other, unit, number, phone, mobile, email, postcode, address);
    }
}
