-- That a contact was told that a case will be late: once a round.
CREATE TABLE case_delay (
    ticket_id   uuid        NOT NULL REFERENCES ticket,
    round       integer     NOT NULL,
    due_on      date        NOT NULL,
    -- Null when too little was known to say.
    expected_on date,
    told_at     timestamptz NOT NULL,
    PRIMARY KEY (ticket_id, round)
);

ALTER TABLE notification DROP CONSTRAINT notification_kind_check;
ALTER TABLE notification ADD CONSTRAINT notification_kind_check CHECK (kind IN
    ('RECEIVED', 'APPROVED', 'REJECTED', 'ROSTER_RETURNED', 'QUEUED', 'RETURNED', 'COMPLETED', 'DELAYED',
     'CONTACT_CHANGED_FORMER', 'CONTACT_CHANGED_PRESENT'));
