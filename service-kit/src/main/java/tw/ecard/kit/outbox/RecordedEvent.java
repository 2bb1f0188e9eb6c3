package tw.ecard.kit.outbox;

/** A row of the outbox: where it goes and the JSON text as recorded. */
record RecordedEvent(long id, String topic, String subject, String body) {}
