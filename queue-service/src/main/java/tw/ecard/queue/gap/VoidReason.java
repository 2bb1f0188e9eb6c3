package tw.ecard.queue.gap;

/** Why no live case stands behind a number, as registration-service says it. */
enum VoidReason {
    /** An application drew it, and is over: withdrawn, or decided. */
    CASE_OVER,
    /** It was drawn, and the application is not there any more. */
    NO_APPLICATION
}
