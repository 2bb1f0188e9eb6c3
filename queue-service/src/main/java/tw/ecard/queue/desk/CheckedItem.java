package tw.ecard.queue.desk;

import tw.ecard.queue.ticket.PaperKind;

/** What staff look at on the papers before they approve (the letter, row 2). */
enum CheckedItem {
    /** The institution's official seal on the application form. */
    SEAL(PaperKind.APPLICATION_FORM),
    /** The contact's signature or stamp on the consent declaration. */
    SIGNATURE(PaperKind.CONSENT_DECLARATION);

    private final PaperKind paper;

    CheckedItem(PaperKind paper) {
        this.paper = paper;
    }

    /** The paper that it is looked for on. */
    PaperKind paper() {
        return paper;
    }
}
