-- 讀者資料檔: an upload, its check and what became of it. Counts are exact; rows_total is a guess while it is read.
CREATE TABLE roster (
    id                 uuid        PRIMARY KEY,
    application_id     uuid        NOT NULL REFERENCES application (id),
    status             text        NOT NULL,
    file_id            uuid        NOT NULL REFERENCES stored_file (id),
    file_name          text        NOT NULL,
    format             text,
    received_at        timestamptz NOT NULL,
    finished_at        timestamptz,
    rows_read          integer     NOT NULL DEFAULT 0,
    rows_total         integer,
    accepted           integer     NOT NULL DEFAULT 0,
    wrong_rows         integer     NOT NULL DEFAULT 0,
    error_count        bigint      NOT NULL DEFAULT 0,
    warning_count      bigint      NOT NULL DEFAULT 0,
    problem_code       text,
    problem_parameters text[],
    attempts           integer     NOT NULL DEFAULT 0,
    lease_token        uuid,
    lease_until        timestamptz
);
-- The uploads of an application, the latest first.
CREATE INDEX roster_application ON roster (application_id, received_at);
-- What waits for a worker.
CREATE INDEX roster_open ON roster (attempts, received_at) WHERE status IN ('RECEIVED', 'VALIDATING');
-- One roster accepted per application (the letter's row 9).
CREATE UNIQUE INDEX roster_in_force ON roster (application_id) WHERE status = 'ACCEPTED';

-- The readers of accepted rosters, each sealed for its roster and row. They come by COPY, up to a million in a
-- transaction: a foreign key would check every single one, and their roster is written by the same transaction.
CREATE TABLE reader (
    roster_id uuid    NOT NULL,
    sheet_row integer NOT NULL,
    ordinal   integer NOT NULL,
    sealed    bytea   NOT NULL,
    PRIMARY KEY (roster_id, sheet_row)
);
-- What is encrypted does not compress: do not try.
ALTER TABLE reader ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Findings of a check, in the order of the rows: those of the first wrong rows, with masked values.
CREATE TABLE roster_error (
    roster_id   uuid    NOT NULL REFERENCES roster (id),
    position    integer NOT NULL,
    sheet_row   integer NOT NULL,
    column_name text    NOT NULL,
    code        text    NOT NULL,
    parameters  text[]  NOT NULL,
    value       text,
    PRIMARY KEY (roster_id, position)
);
