package tw.ecard.queue.notification;

import io.quarkus.oidc.client.OidcClientException;
import java.util.regex.Pattern;

/** Says why a mail could not be sent, to be kept and logged: mail servers like to repeat the address. */
final class MailFailure {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@]+@[^\\s<>@]+");
    private static final int LONGEST = 300;

    private MailFailure() {}

    static String describe(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String text = cause.getClass().getSimpleName() + (saysTooMuch(cause) ? "" : ": " + cause.getMessage());
        String withoutAddresses = ADDRESS.matcher(text).replaceAll("<address>");
        return withoutAddresses.substring(0, Math.min(LONGEST, withoutAddresses.length()));
    }

    /** What Keycloak answered is told whole, and may be a token. */
    private static boolean saysTooMuch(Throwable cause) {
        return cause instanceof OidcClientException;
    }
}
