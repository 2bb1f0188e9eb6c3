package tw.ecard.registration.application;

/**
 * The one person whom an institution names (the letter's row 1).
 *
 * @param extension of the phone, or null
 */
public record ContactPerson(String name, String email, String phone, String extension) {

    @Override
    public String toString() {
        return "ContactPerson[…]";
    }
}
