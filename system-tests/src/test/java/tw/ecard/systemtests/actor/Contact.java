package tw.ecard.systemtests.actor;

import java.util.Map;
import tw.ecard.systemtests.stack.Ecard;

/** The one person of an institution whom the library talks to. */
public record Contact(String name, String email) {

    /** A contact whose mailbox nobody else has. */
    public static Contact unique() {
        return new Contact("聯絡人甲", "contact-%d@school.example".formatted(Ecard.unique()));
    }

    public Map<String, Object> asJson() {
        return Map.of("name", name, "email", email, "phone", "05-5512345", "extension", "117");
    }
}
