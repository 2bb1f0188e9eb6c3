package tw.ecard.queue.desk;

/** What staff look at on the papers before they approve (the letter, row 2). */
enum CheckedItem {
    /** The institution's official seal on the application form. */
    SEAL,
    /** The contact's signature or stamp on the consent declaration. */
    SIGNATURE
}
