-- A mail to a contact, written in the transaction that is its cause. The address is asked for when it is sent.
CREATE TABLE notification (
    id              uuid        PRIMARY KEY,
    application_id  uuid        NOT NULL,
    receipt_number  text        NOT NULL,
    institution_code text       NOT NULL,
    kind            text        NOT NULL CHECK (kind IN
        ('RECEIVED', 'APPROVED', 'REJECTED', 'ROSTER_RETURNED', 'QUEUED', 'RETURNED', 'COMPLETED')),
    round           integer     NOT NULL,
    ticket_id       uuid        REFERENCES ticket,
    roster_id       uuid,
    -- Rows of the roster that the mail is about, and errors found in it.
    rows            integer,
    errors          integer,
    state           text        NOT NULL CHECK (state IN ('PENDING', 'SENT', 'CANCELLED', 'FAILED')),
    created_at      timestamptz NOT NULL,
    -- PENDING: not before this. Moved ahead while a worker has it, so that a dead worker's mail is taken up again.
    next_attempt_at timestamptz NOT NULL,
    attempts        integer     NOT NULL,
    last_error      text,
    finished_at     timestamptz,
    UNIQUE NULLS NOT DISTINCT (application_id, round, kind, roster_id)
);
CREATE INDEX notification_pending ON notification (next_attempt_at) WHERE state = 'PENDING';
