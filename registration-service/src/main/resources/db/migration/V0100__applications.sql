-- 申請案
CREATE TABLE application (
    id                   uuid        PRIMARY KEY,
    version              bigint      NOT NULL,
    receipt_number       text        NOT NULL UNIQUE,
    status               text        NOT NULL,
    status_since         timestamptz NOT NULL,
    institution_code     text        NOT NULL,
    institution_name     text        NOT NULL,
    institution_kind     text        NOT NULL,
    document_number      text        NOT NULL,
    document_comparable  text        NOT NULL,
    document_issued_on   date        NOT NULL,
    document_speed       text        NOT NULL,
    document_subject     text,
    contact_version      integer     NOT NULL,
    remarks              text,
    received_at          timestamptz NOT NULL,
    round                integer     NOT NULL,
    awaits_papers        boolean     NOT NULL,
    awaits_roster        boolean     NOT NULL,
    returned_lane        text,
    accepted_roster      uuid,
    accepted_readers     integer
);
-- A document number is taken per institution until the application is withdrawn.
CREATE UNIQUE INDEX application_document ON application (institution_code, document_comparable)
    WHERE status <> 'WITHDRAWN';
-- The list of an institution, in the order of receipt.
CREATE INDEX application_institution ON application (institution_code, receipt_number);
CREATE INDEX application_status ON application (status, receipt_number);

CREATE TABLE receipt_counter (
    roc_year integer PRIMARY KEY,
    last     bigint  NOT NULL
);

-- 聯絡人: the present one is application.contact_version, the others are history.
CREATE TABLE contact (
    application_id uuid        NOT NULL REFERENCES application (id),
    version        integer     NOT NULL,
    name           text        NOT NULL,
    email          text        NOT NULL,
    phone          text        NOT NULL,
    extension      text,
    named_at       timestamptz NOT NULL,
    named_by       text        NOT NULL,
    PRIMARY KEY (application_id, version)
);

-- What happened, in order.
CREATE TABLE timeline_entry (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application (id),
    at             timestamptz NOT NULL,
    what           text        NOT NULL,
    actor_role     text        NOT NULL,
    actor_name     text        NOT NULL,
    details        text        NOT NULL
);
CREATE INDEX timeline_entry_application ON timeline_entry (application_id, id);

-- The last ticket drawn in each lane; its lock makes ticket order commit order.
CREATE TABLE ticket_counter (
    lane text   PRIMARY KEY,
    last bigint NOT NULL
);
INSERT INTO ticket_counter (lane, last) VALUES ('REVIEW', 0), ('ISSUANCE', 0);

CREATE TABLE queue_place (
    application_id uuid        NOT NULL REFERENCES application (id),
    lane           text        NOT NULL,
    ticket         bigint      NOT NULL,
    state          text        NOT NULL,
    arrived_at     timestamptz NOT NULL,
    target_on      date,
    due_on         date,
    PRIMARY KEY (application_id, lane),
    UNIQUE (lane, ticket)
);
-- How many wait before a ticket.
CREATE INDEX queue_place_waiting ON queue_place (lane, ticket) WHERE state = 'WAITING';

-- A return by staff: codes and rows came with the event, the texts are fetched from queue-service afterwards.
CREATE TABLE staff_return (
    application_id   uuid        NOT NULL REFERENCES application (id),
    round            integer     NOT NULL,
    lane             text        NOT NULL,
    ticket_id        uuid        NOT NULL,
    requires         text        NOT NULL,
    reason_codes     text        NOT NULL,
    remark_rows      text        NOT NULL,
    texts            text,
    returned_at      timestamptz NOT NULL,
    PRIMARY KEY (application_id, round)
);
CREATE INDEX staff_return_without_texts ON staff_return (returned_at) WHERE texts IS NULL;
