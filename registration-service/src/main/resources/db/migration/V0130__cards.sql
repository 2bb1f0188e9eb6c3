-- The serials that the library issued for an application; the number of a reader is first_serial + ordinal − 1.
CREATE TABLE card_block (
    application_id uuid        PRIMARY KEY REFERENCES application (id),
    roster_id      uuid        NOT NULL,
    roc_year       integer     NOT NULL,
    first_serial   bigint      NOT NULL,
    last_serial    bigint      NOT NULL,
    issued_at      timestamptz NOT NULL,
    voided         boolean     NOT NULL,
    CHECK (last_serial >= first_serial)
);
-- No serial is in two blocks.
CREATE UNIQUE INDEX card_block_serials ON card_block (roc_year, first_serial);
