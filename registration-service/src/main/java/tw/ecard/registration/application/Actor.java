package tw.ecard.registration.application;

import tw.ecard.kit.access.Caller;

/**
 * Who did something.
 *
 * @param role as the token named it; {@code library} for staff at queue-service, {@code system} for the system itself
 * @param name for staff to read, never shown to an institution
 */
public record Actor(String role, String name) {

    public static final Actor LIBRARY = new Actor("library", "");
    public static final Actor SYSTEM = new Actor("system", "");

    public static Actor of(Caller caller) {
        return new Actor(caller.role(), caller.name());
    }
}
