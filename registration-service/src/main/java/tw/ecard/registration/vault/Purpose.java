package tw.ecard.registration.vault;

/** What a derived key is for; a key serves one purpose, so that nothing sealed for one opens as another. */
enum Purpose {
    ROWS("ecard reader rows"),
    FILES("ecard files");

    private final String label;

    Purpose(String label) {
        this.label = label;
    }

    /** Part of the derivation: a changed label is a changed key. */
    String label() {
        return label;
    }
}
