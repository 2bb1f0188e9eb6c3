package tw.ecard.kit.audit;

import java.util.Objects;
import java.util.stream.Stream;
import tw.ecard.kit.access.Caller;
import tw.ecard.kit.access.Role;

/**
 * Who did something.
 *
 * @param name the account's name
 * @param role the role that allowed it
 */
public record AuditActor(String name, String role) {

    /** The system by itself, in the background. */
    public static final AuditActor SYSTEM = new AuditActor("system", "system");

    public AuditActor {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
    }

    /** The running call's, with the highest role among those that the token names. */
    public static AuditActor of(Caller caller) {
        String role = Stream.of(Role.ADMINISTRATOR, Role.LIBRARIAN, Role.INSTITUTION, Role.OBSERVER, Role.SERVICE)
                .filter(caller::is)
                .findFirst()
                .orElse("");
        return new AuditActor(caller.name(), role);
    }
}
