-- Uploaded files, encrypted in chunks; only what is needed to read them stands here in the clear.
CREATE TABLE stored_file (
    id        uuid        PRIMARY KEY,
    size      bigint      NOT NULL,
    sha256    text        NOT NULL,
    chunks    integer     NOT NULL,
    stored_at timestamptz NOT NULL
);

-- Chunks are written before the size of their file is known, hence the deferred reference.
CREATE TABLE stored_file_chunk (
    file_id uuid    NOT NULL REFERENCES stored_file ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    number  integer NOT NULL,
    content bytea   NOT NULL,
    PRIMARY KEY (file_id, number)
);
-- What is encrypted does not compress: do not try.
ALTER TABLE stored_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
