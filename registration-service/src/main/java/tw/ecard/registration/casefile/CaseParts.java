package tw.ecard.registration.casefile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tw.ecard.registration.application.ContactPerson;
import tw.ecard.registration.decision.StaffReturn;
import tw.ecard.registration.document.Attachment;
import tw.ecard.registration.lane.Prospect;
import tw.ecard.registration.roster.Roster;

/**
 * What the views of some applications are put together from, by application; what an application does not have is
 * missing. Read with one query a kind, however many applications there are.
 */
record CaseParts(
        Map<UUID, ContactPerson> contacts,
        Map<UUID, List<Attachment>> attachments,
        Map<UUID, Prospect> prospects,
        Map<UUID, Roster> rosters,
        Map<UUID, StaffReturn> returns) {}
