-- Who looked whether seal and signature are in order, and what they found. The last row of an item counts.
CREATE TABLE paper_check (
    id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id  uuid        NOT NULL REFERENCES ticket,
    round      integer     NOT NULL,
    item       text        NOT NULL CHECK (item IN ('SEAL', 'SIGNATURE')),
    in_order   boolean     NOT NULL,
    checked_by text        NOT NULL,
    checked_at timestamptz NOT NULL
);
CREATE INDEX paper_check_ticket ON paper_check (ticket_id, round, item, id);

-- A return to the applicant: at most one a round.
CREATE TABLE case_return (
    ticket_id   uuid        NOT NULL REFERENCES ticket,
    round       integer     NOT NULL,
    papers      boolean     NOT NULL,
    roster      boolean     NOT NULL,
    returned_by text        NOT NULL,
    returned_at timestamptz NOT NULL,
    PRIMARY KEY (ticket_id, round),
    CHECK (papers OR roster)
);
CREATE TABLE case_return_reason (
    ticket_id uuid    NOT NULL,
    round     integer NOT NULL,
    position  integer NOT NULL,
    code      text    NOT NULL,
    -- What staff wrote beside the code; never leaves by event or mail.
    message   text,
    PRIMARY KEY (ticket_id, round, position),
    FOREIGN KEY (ticket_id, round) REFERENCES case_return
);
CREATE TABLE case_return_row (
    ticket_id uuid    NOT NULL,
    round     integer NOT NULL,
    position  integer NOT NULL,
    row       integer NOT NULL CHECK (row >= 1),
    message   text    NOT NULL,
    PRIMARY KEY (ticket_id, round, position),
    FOREIGN KEY (ticket_id, round) REFERENCES case_return
);

CREATE TABLE case_rejection (
    ticket_id   uuid        PRIMARY KEY REFERENCES ticket,
    code        text        NOT NULL,
    -- What staff wrote; never leaves by event or mail.
    reason      text        NOT NULL,
    rejected_by text        NOT NULL,
    rejected_at timestamptz NOT NULL
);

-- The last serial given out in a ROC year; its lock, held to the commit, keeps serials free of gaps.
CREATE TABLE serial_counter (
    roc_year integer PRIMARY KEY,
    last     integer NOT NULL CHECK (last BETWEEN 1 AND 99999999)
);
CREATE TABLE serial_block (
    ticket_id    uuid    PRIMARY KEY REFERENCES ticket,
    roc_year     integer NOT NULL,
    first_serial integer NOT NULL,
    last_serial  integer NOT NULL,
    UNIQUE (roc_year, first_serial),
    CHECK (last_serial >= first_serial)
);
