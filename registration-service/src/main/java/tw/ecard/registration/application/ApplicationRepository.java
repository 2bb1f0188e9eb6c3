package tw.ecard.registration.application;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.kit.http.HttpRefusal;

/** Applications; what is out of a caller's reach is not found. */
@ApplicationScoped
public class ApplicationRepository implements PanacheRepositoryBase<Application, UUID> {

    private static final String BY_ID = "id = ?1";
    private static final String OWN_BY_ID = "id = ?1 and institution.code = ?2";

    /** The application as it stands; refuses with 404. */
    public Application get(UUID id, Reach reach) {
        return find(id, reach, LockModeType.NONE);
    }

    /** The application, locked until the transaction ends, so that one change at a time is made to it. */
    public Application lock(UUID id, Reach reach) {
        return find(id, reach, LockModeType.PESSIMISTIC_WRITE);
    }

    private Application find(UUID id, Reach reach, LockModeType lock) {
        Optional<Application> found = reach.isEverything()
                ? find(BY_ID, id).withLock(lock).firstResultOptional()
                : find(OWN_BY_ID, id, reach.institutionCode()).withLock(lock).firstResultOptional();
        return found.orElseThrow(HttpRefusal.NotFound::new);
    }

    /** The receipt number of the institution's application that holds the document number, if one does. */
    Optional<String> receiptNumberOf(String institutionCode, DocumentNumber number) {
        return find(
                        "institution.code = ?1 and documentComparable = ?2 and status <> ?3",
                        institutionCode,
                        number.comparable(),
                        ApplicationStatus.WITHDRAWN)
                .firstResultOptional()
                .map(Application::receiptNumber);
    }
}
