package tw.ecard.queue.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The places that mails name. */
@ApplicationScoped
class LetterLinks {

    private final MailConfig config;

    LetterLinks(MailConfig config) {
        this.config = config;
    }

    String application(UUID id) {
        return at("/v1/applications/" + id);
    }

    String rosterTemplate() {
        return at("/v1/roster-template?format=xlsx");
    }

    private String at(String path) {
        return config.registrationUrl().resolve(path).toString();
    }
}
