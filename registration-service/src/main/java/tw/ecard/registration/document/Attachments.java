package tw.ecard.registration.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import tw.ecard.registration.application.AttachmentKind;

/** The papers of all applications. */
@ApplicationScoped
public class Attachments implements PanacheRepositoryBase<Attachment, UUID> {

    /** All papers of the application, in the order of their kinds. */
    public List<Attachment> of(UUID application) {
        return find("applicationId = ?1", application).stream()
                .sorted(Comparator.comparing(Attachment::kind))
                .toList();
    }

    /** The papers of each application that has any, in the order of their kinds. */
    public Map<UUID, List<Attachment>> of(Collection<UUID> applications) {
        return find("applicationId in ?1", applications).stream()
                .sorted(Comparator.comparing(Attachment::kind))
                .collect(Collectors.groupingBy(Attachment::applicationId));
    }

    /** The paper of this kind. */
    public Optional<Attachment> of(UUID application, AttachmentKind kind) {
        return find("applicationId = ?1 and kind = ?2", application, kind).firstResultOptional();
    }

    /** The kinds that are there. */
    public Set<AttachmentKind> kindsOf(UUID application) {
        return of(application).stream().map(Attachment::kind).collect(Collectors.toUnmodifiableSet());
    }
}
