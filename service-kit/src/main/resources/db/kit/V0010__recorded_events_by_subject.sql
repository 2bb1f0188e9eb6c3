-- The recorded events of a subject, for whoever lost them on the way. Sent rows stay: they are the only other copy.
CREATE INDEX outbox_subject ON outbox (subject, id);
