-- One row a lane. Whoever admits or claims holds it, so that the lane has one order.
CREATE TABLE lane (
    lane           text   PRIMARY KEY CHECK (lane IN ('REVIEW', 'ISSUANCE')),
    -- Every number up to here is admitted.
    admitted_up_to bigint NOT NULL
);
INSERT INTO lane (lane, admitted_up_to) VALUES ('REVIEW', 0), ('ISSUANCE', 0);

-- A case and its place in a lane.
CREATE TABLE ticket (
    id                uuid        PRIMARY KEY,
    revision          bigint      NOT NULL,
    lane              text        NOT NULL REFERENCES lane,
    number            bigint      NOT NULL CHECK (number >= 1),
    -- ARRIVED: came in, but a number before it is missing.
    state             text        NOT NULL CHECK (state IN ('ARRIVED', 'WAITING', 'IN_WORK', 'RETURNED', 'DONE')),
    outcome           text        CHECK (outcome IN ('APPROVED', 'ISSUED', 'REJECTED', 'WITHDRAWN', 'VOIDED')),
    round             integer     NOT NULL CHECK (round >= 1),
    application_id    uuid        NOT NULL,
    receipt_number    text        NOT NULL,
    institution_code  text        NOT NULL,
    institution_name  text        NOT NULL,
    speed             text        NOT NULL CHECK (speed IN ('NORMAL', 'URGENT', 'MOST_URGENT')),
    arrived_at        timestamptz NOT NULL,
    roster_id         uuid,
    readers           integer     CHECK (readers >= 1),
    claimed_by        text,
    lease_until       timestamptz,
    -- An index only: what the ledger and the calendar add up to. Null while paused or when a calendar year is missing.
    due_soon_on       date,
    due_on            date,
    UNIQUE (lane, number),
    CHECK ((state = 'DONE') = (outcome IS NOT NULL)),
    CHECK ((state = 'IN_WORK') = (claimed_by IS NOT NULL)),
    CHECK ((claimed_by IS NULL) = (lease_until IS NULL)),
    CHECK (lane = 'REVIEW' OR (roster_id IS NOT NULL AND readers IS NOT NULL))
);
-- The next case of a lane, and a lane's open cases in order.
CREATE INDEX ticket_open ON ticket (lane, number) WHERE state IN ('WAITING', 'IN_WORK', 'RETURNED');
-- What an event of an application concerns.
CREATE INDEX ticket_application ON ticket (application_id);

-- The ledger of a ticket's clock.
CREATE TABLE clock_entry (
    ticket_id uuid        NOT NULL REFERENCES ticket,
    position  integer     NOT NULL,
    event     text        NOT NULL CHECK (event IN ('STARTED', 'PAUSED', 'RESUMED', 'STOPPED')),
    at        timestamptz NOT NULL,
    PRIMARY KEY (ticket_id, position)
);
