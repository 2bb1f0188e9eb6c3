package tw.ecard.kit.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the running call, by the verified token. */
@RequestScoped
public class Caller {

    private static final String INSTITUTION_CODE = "institution_code";
    private static final String CLIENT = "azp";

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The user's name, or the client's where no person called. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** The client and the user, to keep apart what different callers send. */
    public String clientAndName() {
        return claim(CLIENT).orElse("") + "/" + name();
    }

    public boolean is(String role) {
        return identity.hasRole(role);
    }

    /** True for librarians and administrators. */
    public boolean isStaff() {
        return is(Role.LIBRARIAN) || is(Role.ADMINISTRATOR);
    }

    /** The role by which the caller acts, for records that others read. */
    public String role() {
        if (isStaff()) {
            return Role.LIBRARIAN;
        }
        return is(Role.INSTITUTION)
                ? Role.INSTITUTION
                : identity.getRoles().stream().findFirst().orElse("");
    }

    /** How far the caller sees. */
    public Reach reach() {
        return isStaff() || is(Role.OBSERVER) || is(Role.SERVICE)
                ? Reach.EVERYTHING
                : new Reach(institutionCode().orElse(Reach.NOBODY));
    }

    /** The institution that the token speaks for. */
    public Optional<String> institutionCode() {
        return claim(INSTITUTION_CODE);
    }

    private Optional<String> claim(String name) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Optional.ofNullable(token.getClaim(name)).map(Object::toString)
                : Optional.empty();
    }
}
