-- Events recorded with the change they speak of. Rows with sent_at NULL wait for the relay.
CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    uuid        NOT NULL,
    topic       text        NOT NULL,
    subject     text        NOT NULL,
    type        text        NOT NULL,
    body        text        NOT NULL,
    recorded_at timestamptz NOT NULL,
    sent_at     timestamptz
);
CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;

-- The last number given to an event of a subject on a topic; its lock makes numbering follow commits.
CREATE TABLE outbox_sequence (
    topic   text   NOT NULL,
    subject text   NOT NULL,
    last    bigint NOT NULL,
    PRIMARY KEY (topic, subject)
);

-- Whoever holds this row relays.
CREATE TABLE outbox_relay_lock (
    id integer PRIMARY KEY CHECK (id = 1)
);
INSERT INTO outbox_relay_lock (id) VALUES (1);

-- Every event received once; applied_at is set in the transaction of its effect.
CREATE TABLE inbox (
    event_id    uuid        PRIMARY KEY,
    topic       text        NOT NULL,
    subject     text        NOT NULL,
    sequence    bigint      NOT NULL,
    body        text        NOT NULL,
    received_at timestamptz NOT NULL,
    applied_at  timestamptz,
    UNIQUE (topic, subject, sequence)
);

-- How far the events of a subject are applied; its lock lets one consumer at a time apply them.
CREATE TABLE inbox_progress (
    topic   text   NOT NULL,
    subject text   NOT NULL,
    applied bigint NOT NULL,
    PRIMARY KEY (topic, subject)
);

-- What could not be read (no subject) or applied (subject and sequence); events of the same subject wait behind it.
CREATE TABLE dead_letter (
    id          uuid        PRIMARY KEY,
    topic       text        NOT NULL,
    subject     text,
    sequence    bigint,
    body        text        NOT NULL,
    cause       text        NOT NULL,
    failed_at   timestamptz NOT NULL,
    replayed_at timestamptz
);
CREATE UNIQUE INDEX dead_letter_open ON dead_letter (topic, subject) WHERE replayed_at IS NULL AND subject IS NOT NULL;

-- Answers of creating calls by the key that the client chose.
CREATE TABLE idempotency_key (
    client      text        NOT NULL,
    operation   text        NOT NULL,
    key         text        NOT NULL,
    fingerprint text        NOT NULL,
    status      integer     NOT NULL,
    headers     text        NOT NULL,
    body        text        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (client, operation, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
