-- Imports of the register of existing holders. The file lies in the vault until it is imported, and not a moment longer.
CREATE TABLE existing_holder_import (
    id                 uuid        PRIMARY KEY,
    status             text        NOT NULL,
    file_id            uuid        REFERENCES stored_file (id),
    file_name          text        NOT NULL,
    received_at        timestamptz NOT NULL,
    received_by        text        NOT NULL,
    finished_at        timestamptz,
    rows_read          integer     NOT NULL DEFAULT 0,
    added              integer     NOT NULL DEFAULT 0,
    already_known      integer     NOT NULL DEFAULT 0,
    wrong              integer     NOT NULL DEFAULT 0,
    problem_code       text,
    problem_parameters text[],
    attempts           integer     NOT NULL DEFAULT 0,
    lease_token        uuid,
    lease_until        timestamptz
);
-- The list, the latest first.
CREATE INDEX existing_holder_import_received ON existing_holder_import (received_at, id);
-- What waits for a worker.
CREATE INDEX existing_holder_import_open ON existing_holder_import (attempts, received_at)
    WHERE status IN ('RECEIVED', 'IMPORTING');

-- The first rows whose national ID is none, with masked values.
CREATE TABLE existing_holder_error (
    import_id uuid    NOT NULL REFERENCES existing_holder_import (id),
    sheet_row integer NOT NULL,
    code      text    NOT NULL,
    value     text,
    PRIMARY KEY (import_id, sheet_row)
);

-- Whom an administrator took out of the register again, and why.
CREATE TABLE existing_holder_removal (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person     uuid        NOT NULL,
    reason     text        NOT NULL,
    removed_at timestamptz NOT NULL,
    removed_by text        NOT NULL
);
