package tw.ecard.registration.application;

/** What moves an application from one state to another. */
public enum Step {
    /** Form and declaration are both there. */
    SUBMIT_DOCUMENTS,
    /** Staff approve. */
    APPROVE,
    /** Staff return from the review lane. */
    RETURN_FROM_REVIEW,
    /** Staff return from the issuance lane. */
    RETURN_FROM_ISSUANCE,
    /** Staff reject. */
    REJECT,
    /** A roster is uploaded. */
    UPLOAD_ROSTER,
    /** The roster has errors. */
    RETURN_ROSTER,
    /** The roster's validation is called off; another can be uploaded. */
    CANCEL_ROSTER,
    /** The roster is accepted. */
    ACCEPT_ROSTER,
    /** The roster is accepted, but papers are still to be corrected. */
    ACCEPT_ROSTER_BEFORE_PAPERS,
    /** A correction puts the case back into the review lane. */
    RETURN_TO_REVIEW,
    /** A correction puts the case back into the issuance lane. */
    RETURN_TO_ISSUANCE,
    /** Cards are issued. */
    COMPLETE,
    /** The institution withdraws. */
    WITHDRAW
}
