package tw.ecard.registration.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import tw.ecard.kit.access.Reach;
import tw.ecard.registration.application.Application;
import tw.ecard.registration.application.ApplicationRepository;
import tw.ecard.registration.application.ApplicationStatus;
import tw.ecard.registration.roster.HeldReader;
import tw.ecard.registration.roster.Readers;

/** The cards of a completed application, in the order of its roster. */
@ApplicationScoped
class ListingCards {

    private static final int FETCH = 1_000;

    private final ApplicationRepository applications;
    private final AssigningCards cards;
    private final Readers readers;

    ListingCards(ApplicationRepository applications, AssigningCards cards, Readers readers) {
        this.applications = applications;
        this.cards = cards;
        this.readers = readers;
    }

    /** What was issued; refuses with 404, and with 409 until the application is completed. */
    @Transactional
    AssigningCards.Issued issued(UUID applicationId, Reach reach) {
        Application application = applications.get(applicationId, reach);
        if (application.status() != ApplicationStatus.COMPLETED) {
            throw new CardRefusal.NotIssued(application.status());
        }
        return cards.of(applicationId).orElseThrow();
    }

    /** The next cards behind a row. */
    List<CardView> after(AssigningCards.Issued issued, long row, int limit) {
        return readers.after(issued.roster(), row, limit).stream()
                .map(reader -> CardView.of(reader, issued.block()))
                .toList();
    }

    /** All cards, fetched in pieces while they are gone through. */
    Iterator<CardView> all(AssigningCards.Issued issued) {
        return new AllCards(issued);
    }

    private final class AllCards implements Iterator<CardView> {

        private final AssigningCards.Issued issued;
        private Iterator<HeldReader> piece = List.<HeldReader>of().iterator();
        private long lastRow;
        private boolean ended;

        AllCards(AssigningCards.Issued issued) {
            this.issued = issued;
        }

        @Override
        public boolean hasNext() {
            if (!piece.hasNext() && !ended) {
                piece = readers.after(issued.roster(), lastRow, FETCH).iterator();
                ended = !piece.hasNext();
            }
            return piece.hasNext();
        }

        @Override
        public CardView next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            HeldReader reader = piece.next();
            lastRow = reader.row();
            return CardView.of(reader, issued.block());
        }
    }
}
