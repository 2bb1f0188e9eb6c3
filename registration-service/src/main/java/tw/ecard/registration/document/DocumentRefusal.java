package tw.ecard.registration.document;

import tw.ecard.kit.problem.Refusal;

/** What is refused as a paper. */
abstract sealed class DocumentRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private DocumentRefusal(Kind kind, String code) {
        super(kind, code);
    }

    /** The content is none of the formats that are taken. */
    static final class UnsupportedDocument extends DocumentRefusal {
        private static final long serialVersionUID = 1L;

        UnsupportedDocument() {
            super(Kind.UNSUPPORTED_CONTENT, "unsupported-document");
        }
    }
}
