package tw.ecard.registration.application;

import java.util.List;
import java.util.UUID;

/** The papers of applications, as whoever keeps them knows them. */
public interface PapersOnFile {

    /** The papers that are there now, in the order of their kinds. */
    List<Paper> of(UUID application);
}
