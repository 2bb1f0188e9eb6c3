package tw.ecard.registration.casefile;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.registration.application.Contacts;

/** A contact of an application, and since when. */
@Schema(name = "ContactHistoryEntry")
record ContactHistoryView(
        int version, String name, String email, String phone, String extension, OffsetDateTime namedAt) {

    static ContactHistoryView of(Contacts.Named named) {
        return new ContactHistoryView(
                named.version(),
                named.person().name(),
                named.person().email(),
                named.person().phone(),
                named.person().extension(),
                Taipei.at(named.namedAt()));
    }
}
